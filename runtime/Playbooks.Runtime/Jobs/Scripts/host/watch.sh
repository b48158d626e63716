# Waits for any number of jobs: reads "watch NUMBER ID DIRECTORY" and "forget NUMBER", and prints "NUMBER" and the result of a check
# when that job has ended. Each line begins with $mark, because start-up files may print, too. Each wait is a subshell that blocks at the job's
# FIFO: nothing polls.
exec 2>/dev/null
watches=

watch() {
    id=$2 dir=$3
    {
        while :; do
            if [ -p "$dir/alive" ]; then
                # First opened for reading and writing, so that it never blocks; the end of file is the supervisor's end.
                command exec 8<>"$dir/alive"
                command exec 7<"$dir/alive"
                exec 8>&-
                read -r nothing <&7
                exec 7<&-
            fi
            look
            case $state in starting | running) pause ;; *) break ;; esac
        done
        echo "$mark$1 $(report)"
    } </dev/null &
    birth "$!"
    watches="$watches $1:$!:$born"
}

# KILL, because a shell that has just begun may treat TERM as its parent's and keep running (mksh).
forget() {
    kept=
    for entry in $watches; do
        if [ "${entry%%:*}" = "$1" ]; then
            entry=${entry#*:}
            send KILL "${entry%%:*}" "${entry#*:}"
            wait "${entry%%:*}"
        else
            kept="$kept $entry"
        fi
    done
    watches=$kept
}

echo "${mark}ready"
while read -r verb number job directory; do
    case $verb in
    watch) ! valid "$job" "$directory" || watch "$number" "$job" "$directory" ;;
    forget) forget "$number" ;;
    esac
done
# The reader has gone.
for entry in $watches; do
    entry=${entry#*:}
    send KILL "${entry%%:*}" "${entry#*:}"
done
exit
