# Who belongs to a job, and how it is ended.

# Gives the job its verdict, if it has none; sets $verdict to the one that it has.
# A link is made whole or not at all, and needs no space on a full disk.
claim() {
    ln -s "$1" "$dir/verdict"
    verdict=$(readlink "$dir/verdict")
} 2>/dev/null

# Sets $table to process:parent:session of all processes but zombies.
# Without /proc the process group stands for the session: its leader has the same number.
processes() {
    if [ -r /proc/self/stat ]; then
        table=$(cat /proc/[0-9]*/stat | sed -n 's/^\([0-9]*\) (.*) [^ZX] \([0-9]*\) [0-9]* \([0-9]*\) .*/\1:\2:\3/p')
    else
        table=$(ps -A -o pid= -o ppid= -o pgid= | sed 's/^ *\([0-9]*\)  *\([0-9]*\)  *\([0-9]*\).*/\1:\2:\3/')
    fi
} 2>/dev/null

# Prints the processes that have $1 as one whole entry in $2, which is environ or cmdline.
having() {
    for found in $(if echo | grep -qz ''; then
        grep -lzxF "$1" /proc/[0-9]*/"$2"
    else
        for file in /proc/[0-9]*/"$2"; do
            ! tr '\0' '\n' <"$file" | grep -qxF "$1" || echo "$file"
        done
    fi); do
        found=${found#/proc/}
        echo "${found%/*}"
    done
} 2>/dev/null

# Sets $pids to the job's processes: those in its cgroup $group, if it has one; those with its mark in their environment,
# which also finds the ones that went into sessions of their own; its first process $child with its session; and all their
# descendants.
members() {
    pids=' '
    processes
    for process in $(cat "${group:-/nowhere}/cgroup.procs" "${group:-/nowhere}"/*/cgroup.procs) $(having "PLAYBOOKS_JOB=$id" environ); do
        case $pids in *" $process "*) ;; *) pids="$pids$process " ;; esac
    done
    grown=yes
    while [ -n "$grown" ]; do
        grown=
        for entry in $table; do
            process=${entry%%:*} session=${entry##*:} parent=${entry#*:}
            parent=${parent%:*}
            case $pids in
            *" $process "*) continue ;;
            *" $parent "*) ;;
            *) [ -n "$child" ] && { [ "$process" = "$child" ] || [ "$session" = "$child" ]; } || continue ;;
            esac
            pids="$pids$process " grown=yes
        done
    done
} 2>/dev/null

# Ends all processes of the job: TERM, $1 seconds of grace, KILL. With a second argument somebody else has sent the TERM.
end_tree() {
    told=' '
    clock
    over=$((now + $1 * 100))
    while members; [ "$pids" != ' ' ]; do
        for process in $pids; do
            case $told in *" $process "*) continue ;; esac
            told="$told$process "
            [ -z "$2" ] || continue
            kill -TERM "$process"
            kill -CONT "$process"
        done
        clock
        [ "$now" -lt "$over" ] || break
        pause
    done
    passes=50
    while members; [ "$pids" != ' ' ] && [ "$passes" -gt 0 ]; do
        [ -z "$group" ] || echo 1 >"$group/cgroup.kill"
        kill -KILL $pids
        passes=$((passes - 1))
        pause
    done
    [ -z "$group" ] || { rmdir "$group"/*; rmdir "$group" && rm -f "$dir/group"; }
} 2>/dev/null
