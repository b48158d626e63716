# Functions that run apt-get. $lock is the longest wait for a lock in seconds, and $simulate is an option of apt-get or nothing.
# apt-get treats an unknown name as a regular expression (libc.bi matches libc-bin) unless an option forbids it. It waits only for the locks
# of dpkg. Its errors are printed at once, but the last ones (E: …) only if apt-get is not run again. A service that it
# has started may keep the pipe of its errors open: the script does not wait for the pipe's end, and something reads from it until then.
LC_ALL=C; DEBIAN_FRONTEND=noninteractive; APT_LISTCHANGES_FRONTEND=none; NEEDRESTART_MODE=a; UCF_FORCE_CONFFOLD=1
export LC_ALL DEBIAN_FRONTEND APT_LISTCHANGES_FRONTEND NEEDRESTART_MODE UCF_FORCE_CONFFOLD
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin; export PATH
command -v apt-get >/dev/null 2>&1 || { echo 'there is no apt-get on this host: Apt works only on Debian and its derivatives' >&2; exit 127; }
nl='
'
hold() {
    while IFS= read -r line; do
        case $line in
        '') ;;
        'playbooks-rc '*) printf %s "$line"; { exec >/dev/null 2>&1 3>&- 4>&-; exec cat <&5; } & return ;;
        'E: '* | *'locked by another process'*) printf '%s\n' "$line" ;;
        *) printf '%s\n' "$line" >&4 ;;
        esac
    done
}
try() {
    waited=0; began=$(date +%s)
    while :; do
        { errors=$({ "$@" 2>&1 >&3 3>&- 4>&-; printf '\nplaybooks-rc %s\n' "$?"; } | { hold; } 5<&0); } 3>&1 4>&2
        rc=${errors##*playbooks-rc }; errors=${errors%playbooks-rc *}
        [ "$rc" != 0 ] || return
        case $errors in *'Could not get lock'* | *'is another process using it'* | *'locked by another process'*) ;; *) return ;; esac
        now=$(($(date +%s) - began)); [ "$now" -le "$waited" ] || waited=$now
        [ "$waited" -lt "$lock" ] || return
        sleep 1; waited=$((waited + 1))
    done
}
get_now() {
    # shellcheck disable=SC2086 # It is a word, or none.
    apt-get $simulate -y -q -o "DPkg::Lock::Timeout=$((lock - waited))" -o APT::Cmd::Pattern-Only=true \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}
update_now() { apt-get -q -o APT::Update::Error-Mode=any update; }
end() { printf %s "$errors" >&2; [ "$rc" = 0 ] || exit "$rc"; }
get() { try get_now "$@"; end; }
update() { try update_now; end; }
without() {
    how=$1; shift
    while [ "$#" != 0 ]; do
        # shellcheck disable=SC2086 # It is a word, or several.
        try get_now $how "$@"; known=$#
        for name; do
            shift
            case $nl$errors in *"${nl}E: Unable to locate package ${name%%[=/]*}$nl"*) ;; *) set -- "$@" "$name" ;; esac
        done
        if [ "$#" = "$known" ]; then end; return; fi
    done
}
fresh() {
    lists=/var/lib/apt/lists; state=/var/lib/apt/
    if command -v apt-config >/dev/null 2>&1; then eval "$(apt-config shell lists Dir::State::lists/d state Dir::State/d)"; fi
    stamp=${state%/}/periodic/update-success-stamp
    [ -e "$stamp" ] || stamp=${lists%/}
    [ "$1" -gt 0 ] && [ -n "$(find "$stamp" -prune -mmin "-$1" 2>/dev/null)" ]
}
