# Cancels a job, with $grace seconds from TERM to KILL, and prints how it ended. A job that has ended keeps its state.
exec 2>/dev/null
look
group=$(readlink "$dir/group")
case $state in
starting | running)
    if ! elsewhere; then
        claim "cancelled-$grace"
        case $verdict in
        cancelled-*) ;;
        *)
            # A task that is alive has not ended, whatever it has written.
            read_status
            ! lives "$child" "$child_born" || end_tree "${grace}00"
            ;;
        esac
        clock
        deadline=$((now + grace * 100 + 1000)) woken=
        while alive && [ "$now" -lt "$deadline" ]; do
            # The end of its timer wakes the supervisor, which ends the job even if this script is cut off.
            marked "PLAYBOOKS_TIMER=$id"
            if [ -n "$left" ]; then
                # shellcheck disable=SC2086 # Each is an argument.
                send_all KILL $left
                woken=yes
            elif [ -z "$woken" ]; then
                read_status
                end_tree "${grace}00"
            fi
            pause
            clock
        done
        ! alive || end_tree 0
        look
    fi
    ;;
esac
if [ "$state" = lost ] || [ -n "$unfinished" ]; then
    end_leftovers "$grace"
    [ "$state" != lost ] || [ ! -d "$dir" ] || claim "lost-$reason-$(date +%s)"
fi
report
