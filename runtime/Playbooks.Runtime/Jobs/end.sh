# Cancels a job, with $grace seconds from TERM to KILL, and says how it ended. What has ended keeps its state.
exec 2>/dev/null
look
group=$(readlink "$dir/group")
case $state in
lost)
    # Its first process may be another's by now: only marks tell.
    child=
    end_tree "$grace"
    kill -KILL $(having "playbooks-job:$id" cmdline) $(having "PLAYBOOKS_TIMER=$id" environ)
    ;;
starting | running)
    claim "cancelled-$grace"
    clock
    deadline=$((now + grace * 100 + 1000))
    while alive && [ "$now" -lt "$deadline" ]; do
        read_status
        end_tree "$grace"
        pause
        clock
    done
    look
    ;;
esac
report
