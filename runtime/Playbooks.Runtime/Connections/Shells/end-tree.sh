# Who belongs to a job, or to a script in a shell that stays, and how all of it is ended. For a job it knows the control group $group, the
# first process $child, which began at $child_born, and "having" and "drop_group" of other files; for a script the shell $root, a process:start.

# Sets $table to process:parent:session:start of all processes but zombies. Without /proc the process group stands for the session.
# An entry of /proc ends with its many numbers: before them is the name, which may have the ends of lines in it.
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

# Sends signal $1 to all of these, each a process:start.
send_all() {
    name=$1
    shift
    for entry; do
        send "$name" "${entry%%:*}" "${entry#*:}"
    done
}

# Sets $members to process:start of those who belong to it, and fails where nobody does. These are: those in the cgroup; those with the
# job's mark in their environment, which also finds the ones that went into sessions of their own; the first process with its session;
# all that descend from these or from $root, which is none of them; and whoever has been found before. Who is found by a number alone must
# have begun before the search: the others are in $doubtful, and the next look tells.
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
            # A number stays a session's for as long as one of it is there.
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

# Ends all of it: TERM, $1 hundredths of a second of grace, KILL.
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
