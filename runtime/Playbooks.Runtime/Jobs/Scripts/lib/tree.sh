# How a job is ended, and who is known by its marks.

root=

# Gives the job its verdict, if it has none; sets $verdict to the one that it has. A link is made whole or not at all, and where
# a disk has no room even for that, the spare one gives its own. What is no link was put there by the task.
claim() {
    [ -h "$dir/verdict" ] || [ ! -e "$dir/verdict" ] || rm -rf "$dir/verdict"
    if ln -s "$1" "$dir/verdict" || { [ ! -h "$dir/verdict" ] && rm -f "$dir/spare" && ln -s "$1" "$dir/verdict"; }; then
        verdict=$1
    else
        verdict=$(readlink "$dir/verdict")
    fi
} 2>/dev/null

# Sets $real to the number of the user who has started process $1, also where that has become another one by its program.
started_by() {
    while read -r name real rest; do
        [ "$name" != Uid: ] || return 0
    done <"/proc/$1/status"
    real=
}

# Prints the processes of the job's user that have one of the arguments as one whole entry in their environment: what other users say of
# themselves there, they say to be waited for. The search itself has them in none of its own, nor in its arguments: it never finds itself.
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

# Sets $left to process:start of those that have one of these marks, and had begun before they were found with it: between the two,
# a number may have gone from one process to another.
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

# Ends what a dead supervisor has left: the job's processes with $1 seconds of grace, unless its task has ended by itself, and
# what kept its limit.
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
