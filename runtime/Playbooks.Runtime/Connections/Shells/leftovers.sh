# Functions of a shell that stays. They start no process. playbooks_mark remembers the last process number and the clock; playbooks_look
# sets $playbooks_left if a process that began later holds one of the shell's streams, or may hold one.
# shellcheck disable=SC3013 # Every shell that we know has -ef.
playbooks_mark() { :; }
playbooks_look() { playbooks_left=+; }
for playbooks_x in /proc/1*; do break; done
if [ -d "$playbooks_x" ] && [ -r /proc/loadavg ] && [ "/proc/$$" -ef /proc/self ]; then
playbooks_mark() {
    read -r playbooks_x playbooks_x playbooks_x playbooks_x playbooks_last </proc/loadavg
    read -r playbooks_since playbooks_x </proc/uptime
    playbooks_since=${playbooks_since%.*}
}
playbooks_is_new() {
    playbooks_parent=0 playbooks_stat=
    while read -r playbooks_x; do playbooks_stat=$playbooks_stat$playbooks_x; done <"/proc/$1/stat"
    # shellcheck disable=SC2086 # These are words.
    playbooks_field ${playbooks_stat##*)} || return
    [ "${playbooks_start:-0}" -ge "$((playbooks_since - 1))" ]
} 2>/dev/null
playbooks_field() { [ $# -ge 20 ] || return; playbooks_state=$1 playbooks_parent=$2 playbooks_session=$4; shift 18; playbooks_start=${2%??}; }
playbooks_leads() {
    while read -r playbooks_x playbooks_id playbooks_rest; do
        [ "$playbooks_x" != Tgid: ] || { [ "$playbooks_id" = "$1" ]; return; }
    done <"/proc/$1/status"
} 2>/dev/null
playbooks_starts() {
    playbooks_is_new "$1" || return
    # shellcheck disable=SC2254 # It is a number.
    case $playbooks_parent in 1 | $$) return 1 ;; esac
    [ "/proc/$1/exe" -ef "/proc/$playbooks_parent/exe" ] || return
    playbooks_its=$playbooks_parent
    playbooks_is_new "$playbooks_its" || return 0
    playbooks_parent=$$
    while playbooks_is_new "$playbooks_parent" || [ "$playbooks_parent" -gt 1 ]; do
        [ "$playbooks_parent" != "$playbooks_its" ] || return 0
    done
    return 1
}
playbooks_is_above() {
    playbooks_parent=$$
    until [ "$playbooks_parent" -le 1 ] || [ "$playbooks_parent" = "$1" ]; do
        playbooks_is_new "$playbooks_parent"
    done
    [ "$playbooks_parent" = "$1" ]
}
playbooks_is_stream() { [ "$playbooks_file" -ef "/proc/$$/fd/1" ] || [ "$playbooks_file" -ef "/proc/$$/fd/2" ]; }
playbooks_holds() {
    for playbooks_again in 1 2 3 4; do
        playbooks_seen= playbooks_hidden= playbooks_gone=
        [ -r "/proc/$1/fd" ] || break
        for playbooks_file in "/proc/$1/fd/"*; do
            if playbooks_is_stream; then
                playbooks_is_new "$1" && playbooks_leads "$1" && ! playbooks_is_above "$1" && ! playbooks_starts "$1" || return
                ! playbooks_is_stream || return 0
            fi
            if [ -e "$playbooks_file" ]; then playbooks_seen=+; elif [ -L "$playbooks_file" ]; then playbooks_hidden=+; else playbooks_gone=+; fi
        done
        [ -n "$playbooks_seen" ] && [ -n "$playbooks_hidden$playbooks_gone" ] || break
    done
    [ -z "$playbooks_seen" ] || return
    [ -n "$playbooks_hidden" ] || [ ! -r "/proc/$1/fd" ] || return
    playbooks_is_new "$1" && playbooks_leads "$1" || return
    case $playbooks_state in [ZX]) return 1 ;; esac
    playbooks_its=$playbooks_session
    while :; do
        # shellcheck disable=SC2254 # It is a number.
        case $playbooks_parent in 1 | $$) return 0 ;; esac
        playbooks_is_new "$playbooks_parent" || break
    done
    playbooks_is_new $$
    [ "$playbooks_its" = "$playbooks_session" ]
}
playbooks_look() {
    playbooks_left= playbooks_count=0
    read -r playbooks_now playbooks_x </proc/uptime
    [ $((${playbooks_now%.*} - playbooks_since)) -le 2 ] || playbooks_count=1000
    while read -r playbooks_x playbooks_x playbooks_x playbooks_x playbooks_now </proc/loadavg && [ "$playbooks_now" != "$playbooks_last" ]; do
        playbooks_count=$((playbooks_count + playbooks_now - playbooks_last))
        if [ "$playbooks_now" -lt "$playbooks_last" ] || [ "$playbooks_count" -gt 200 ]; then
            playbooks_elders=" " playbooks_parent=$$
            until [ "$playbooks_parent" = 0 ]; do
                playbooks_elders="$playbooks_elders$playbooks_parent "
                playbooks_is_new "$playbooks_parent" || break
            done
            for playbooks_now in /proc/[0-9]*; do
                playbooks_now=${playbooks_now#/proc/}
                case $playbooks_elders in *" $playbooks_now "*) continue ;; esac
                ! playbooks_is_new "$playbooks_now" || ! playbooks_holds "$playbooks_now" || { playbooks_left=+; return; }
            done
            return
        fi
        while [ "$playbooks_last" -lt "$playbooks_now" ]; do
            playbooks_last=$((playbooks_last + 1))
            ! [ -d "/proc/$playbooks_last" ] || ! playbooks_holds "$playbooks_last" || { playbooks_left=+; return; }
        done
    done
}
fi
