# Ends a job, and finds processes by their marks.

root=

# Sets the job's verdict if it has none, and sets $verdict to the job's verdict. A link is created as a whole or not at all. If the
# disk has no room even for the link, the spare link frees room. Anything else than a link was created by the task.
claim() {
    [ -h "$dir/verdict" ] || [ ! -e "$dir/verdict" ] || rm -rf "$dir/verdict"
    if ln -s "$1" "$dir/verdict" || { [ ! -h "$dir/verdict" ] && rm -f "$dir/spare" && ln -s "$1" "$dir/verdict"; }; then
        verdict=$1
    else
        verdict=$(readlink "$dir/verdict")
    fi
} 2>/dev/null

# Sets $real to the number of the user who started process $1, also if its program has switched to another user.
started_by() {
    while read -r name real rest; do
        [ "$name" != Uid: ] || return 0
    done <"/proc/$1/status"
    real=
}

# Prints the processes of the job's user that have one of the arguments as a whole entry in their environment. Processes of other users are
# not trusted, because they could make this script wait for them. The search never finds itself: it has the entries neither in its
# environment nor in its arguments.
having() {
    started_by self
    mine=$real
    # shellcheck disable=SC2062,SC2165,SC2167 # $(…) has a variable of its own; '' is a pattern.
    for file in $(if echo | grep -qz ''; then
        for mark; do
            echo "$mark"
        done | grep -lzxFf - /proc/[0-9]*/environ
    else
        for file in /proc/[0-9]*/environ; do
            entries="
$(tr '\n\0' '\r\n' <"$file")
"
            for mark; do
                case $entries in *"
$mark
"*) echo "$file" ;; esac
            done
        done
    fi); do
        file=${file#/proc/} process=${file%/*}
        started_by "$process"
        [ "$real" != "$mine" ] || echo "$process"
    done
} 2>/dev/null

# Sets $left to process:start of the processes that have one of these marks and began before they were found: in the meantime,
# another process may have got the number.
marked() {
    left= before=' '
    for process in $(having "$@"); do
        birth "$process"
        [ -z "$born" ] || before="$before$process:$born "
    done
    [ "$before" != ' ' ] || return 0
    for process in $(having "$@"); do
        case $before in
        *" $process:"*)
            born=${before#*" $process:"}
            left="$left $process:${born%% *}"
            ;;
        esac
    done
}

# Ends the processes that a dead supervisor left: the job's processes, with $1 seconds of grace, unless its task ended by itself; and
# the processes that enforced its limit.
end_leftovers() {
    case $state in
    succeeded | failed) ;;
    *) end_tree "${1}00" ;;
    esac
    passes=50
    while marked "PLAYBOOKS_SUPERVISOR=$id" "PLAYBOOKS_TIMER=$id"; [ -n "$left" ] && [ $((passes -= 1)) -ge 0 ]; do
        # shellcheck disable=SC2086 # Each is an argument.
        send_all KILL $left
        pause
    done
} 2>/dev/null
