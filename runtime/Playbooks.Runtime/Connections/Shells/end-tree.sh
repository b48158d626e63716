# Finds the processes of a job, or of a script in a shell that stays, and ends all of them. For a job it needs the control group $group, the
# first process $child with its start $child_born, and "having" and "drop_group" of other files; for a script the shell $root (process:start).

# Sets $table to process:parent:session:start of all processes except zombies. Without /proc, the process group replaces the session.
# In /proc, the numbers of an entry follow the process name, and the name may contain line breaks.
processes() {
    if [ -r /proc/self/stat ]; then
        table=$(cat /proc/[0-9]*/stat |
            sed -n -e ':more' -e '/) [A-Za-z]\( [-0-9][0-9]*\)\{30,\}$/!{' -e 'N' -e 'b more' -e '}' \
                -e 's/^\([0-9]*\) (.*) [^ZX] \([0-9]*\) [0-9]* \([0-9]*\) \([-0-9]* \)\{15\}\([0-9]*\) .*/\1:\2:\3:\5/p')
    else
        table=$(LC_ALL=C ps -A -o pid= -o ppid= -o pgid= -o stat= -o lstart= | tr -s ' :' '--' |
            sed -n 's/^-*\([0-9]*\)-\([0-9]*\)-\([0-9]*\)-[^-Z][^-]*-\(.*[^-]\)-*$/\1:\2:\3:\4/p')
    fi
} 2>/dev/null

# Sends signal $1 to the processes in the other arguments, each a process:start.
send_all() {
    name=$1
    shift
    for entry; do
        send "$name" "${entry%%:*}" "${entry#*:}"
    done
}

# Sets $members to process:start of all members, and fails if there are none. Members are: the processes in the cgroup; processes with the
# job's mark in their environment, also if they went into sessions of their own; the first process and its session; all descendants of
# these or of $root, but not $root; and all members that were found before. A process that is found only by its number must have
# begun before the search. Otherwise it is in $doubtful, and the next check decides.
members() {
    members=' ' pids=' ' more=
    processes
    # shellcheck disable=SC2046,SC2116 # It makes one line of all.
    numbers=" $(echo $(cat "${group:-/nowhere}/cgroup.procs" "${group:-/nowhere}"/*/cgroup.procs; having "PLAYBOOKS_JOB=$id")) "
    session=
    grown=yes
    while [ -n "$grown" ]; do
        grown=
        for entry in $table $doubtful; do
            process=${entry%%:*} born=${entry##*:} rest=${entry#*:}
            parent=${rest%%:*} rest=${rest#*:}
            case $pids in *" $process "*) continue ;; esac
            case "$found /$numbers/$pids" in
            *" $process:$born "*/* | */*" $process "*/* | */*/*" $parent "*) ;;
            *)
                [ "$process:$born" = "$child:$child_born" ] || { [ -n "$session" ] && [ "${rest%%:*}" = "$child" ]; } || continue
                ;;
            esac
            # A session keeps its number as long as one of its processes exists.
            [ -z "$child" ] || [ "${rest%%:*}" != "$child" ] || session=yes
            pids="$pids$process " grown=yes
            [ "$process:$born" = "$root" ] || members="$members$process:$born "
        done
    done
    doubtful=
    for process in $numbers; do
        case $pids in *" $process "*) continue ;; esac
        birth "$process"
        [ -z "$born" ] || doubtful="$doubtful $process:-:-:$born" more=yes
    done
    found=" $root$members"
    [ "$members$more" != ' ' ]
} 2>/dev/null

# Ends all members: TERM, a grace of $1 hundredths of a second, KILL.
end_tree() {
    told=' ' found=" $root " doubtful=
    clock
    over=$((now + $1))
    while members; do
        for entry in $members; do
            case $told in *" $entry "*) continue ;; esac
            told="$told$entry "
            send_all TERM "$entry"
            send_all CONT "$entry"
        done
        clock
        [ "$now" -lt "$over" ] || break
        pause
    done
    passes=50
    while members && [ $((passes -= 1)) -ge 0 ]; do
        [ -z "$group" ] || echo 1 >"$group/cgroup.kill"
        # shellcheck disable=SC2086 # Each is an argument.
        send_all KILL $members
        pause
    done
    drop_group
} 2>/dev/null
