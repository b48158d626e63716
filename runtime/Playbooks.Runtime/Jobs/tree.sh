# Who belongs to a job, and how it is ended.

# Gives the job its verdict, if it has none; sets $verdict to the one that it has. A link is made whole or not at all, and where
# a disk has no room even for that, the spare one gives its own.
claim() {
    if ln -s "$1" "$dir/verdict" || { [ ! -h "$dir/verdict" ] && rm -f "$dir/spare" && ln -s "$1" "$dir/verdict"; }; then
        verdict=$1
    else
        verdict=$(readlink "$dir/verdict")
    fi
} 2>/dev/null

# Sets $table to process:parent:session:start of all processes but zombies. Number and start together name a process for good.
# Without /proc the process group stands for the session, and the start is not known.
processes() {
    if [ -r /proc/self/stat ]; then
        table=$(cat /proc/[0-9]*/stat |
            sed -n 's/^\([0-9]*\) (.*) [^ZX] \([0-9]*\) [0-9]* \([0-9]*\) \([-0-9]* \)\{15\}\([0-9]*\) .*/\1:\2:\3:\5/p')
    else
        table=$(ps -A -o pid= -o ppid= -o pgid= | sed 's/^ *\([0-9]*\)  *\([0-9]*\)  *\([0-9]*\).*/\1:\2:\3:/')
    fi
} 2>/dev/null

# Prints the processes that have $1 as one whole entry in $2, which is environ or cmdline.
having() {
    for file in $(if echo | grep -qz ''; then
        grep -lzxF "$1" /proc/[0-9]*/"$2"
    else
        for file in /proc/[0-9]*/"$2"; do
            ! tr '\0' '\n' <"$file" | grep -qxF "$1" || echo "$file"
        done
    fi); do
        file=${file#/proc/}
        echo "${file%/*}"
    done
} 2>/dev/null

# Sets $pids to the job's processes: those in its cgroup $group, if it has one; those with its mark in their environment,
# which also finds the ones that went into sessions of their own; its first process $child with its session; all their
# descendants; and whoever has been found before.
members() {
    pids=' '
    processes
    for entry in $table; do
        process=${entry%%:*} born=${entry##*:}
        [ "$process" != "$child" ] || [ "$born" = "$child_born" ] || child=
        case $found in *" $process:$born "*) pids="$pids$process " ;; esac
    done
    for process in $(cat "${group:-/nowhere}/cgroup.procs" "${group:-/nowhere}"/*/cgroup.procs) $(having "PLAYBOOKS_JOB=$id" environ); do
        case $pids in *" $process "*) ;; *) pids="$pids$process " ;; esac
    done
    grown=yes
    while [ -n "$grown" ]; do
        grown=
        for entry in $table; do
            process=${entry%%:*} rest=${entry#*:}
            parent=${rest%%:*} rest=${rest#*:}
            case $pids in
            *" $process "*) continue ;;
            *" $parent "*) ;;
            *) [ -n "$child" ] && { [ "$process" = "$child" ] || [ "${rest%%:*}" = "$child" ]; } || continue ;;
            esac
            pids="$pids$process " grown=yes
        done
    done
    for entry in $table; do
        case $pids in *" ${entry%%:*} "*) found="$found${entry%%:*}:${entry##*:} " ;; esac
    done
} 2>/dev/null

# Ends all processes of the job: TERM, $1 seconds of grace, KILL.
end_tree() {
    told=' ' found=' '
    clock
    over=$((now + $1 * 100))
    while members; [ "$pids" != ' ' ]; do
        for process in $pids; do
            case $told in *" $process "*) continue ;; esac
            told="$told$process "
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
    drop_group
} 2>/dev/null

# Ends what a dead supervisor has left: the job's processes with $1 seconds of grace, unless its task has ended by itself, and
# what kept its limit.
end_leftovers() {
    case $state in
    succeeded | failed) ;;
    *)
        # A number that nobody can tell from another's is not enough.
        [ -n "$child_born" ] || child=
        end_tree "$1"
        ;;
    esac
    passes=50
    while left=$(having "playbooks-job:$id" cmdline; having "PLAYBOOKS_TIMER=$id" environ); [ -n "$left" ] && [ "$passes" -gt 0 ]; do
        kill -KILL $left
        passes=$((passes - 1))
        pause
    done
} 2>/dev/null
