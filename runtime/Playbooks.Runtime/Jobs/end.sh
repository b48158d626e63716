# Cancels a job, with $grace seconds from TERM to KILL, and says how it ended. What has ended keeps its state.
exec 2>/dev/null
look
group=$(readlink "$dir/group")
case $state in
starting | running)
    claim "cancelled-$grace"
    clock
    deadline=$((now + grace * 100 + 1000)) woken=
    while alive && [ "$now" -lt "$deadline" ]; do
        # The end of its timer wakes the supervisor's side, which ends the job even if this is cut off.
        sleeper=$(having "PLAYBOOKS_TIMER=$id" environ)
        if [ -n "$sleeper" ]; then
            kill -KILL $sleeper
            woken=yes
        elif [ -z "$woken" ]; then
            read_status
            end_tree "$grace"
        fi
        pause
        clock
    done
    ! alive || end_tree 0
    look
    ;;
esac
[ "$state" != lost ] && [ -z "$unfinished" ] || end_leftovers "$grace"
report
