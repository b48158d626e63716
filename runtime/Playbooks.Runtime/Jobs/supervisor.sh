# The supervisor of one job: $2 is its directory, descriptor 3 the task's script, standard output whoever starts it.
# It knows $id, $limit and $grace (whole seconds) and $about (more of the status) from the lines before this one.
# Like everything that a shell puts into the background, the task ignores INT and QUIT.

# Whatever the session had open stays open no longer than the answer.
exec </dev/null 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
mask=$(umask)
umask 077
dir=$2

# The first act: only one can make the directory.
if ! why=$(mkdir "$dir" 2>&1); then
    [ ! -d "$dir" ] || why=
    echo "${why:-claimed}"
    exit
fi

give_up() {
    rm -rf "$dir"
    echo "$1"
    exit
}

# The second act: from here on its death is seen by whoever waits at the FIFO.
why=$(mkfifo "$dir/alive" "$dir/timer" 2>&1) || give_up "$why"
exec 9<>"$dir/alive"

# The sleep of the limit holds one end of this, and the watchdog reads at the other.
exec 8<>"$dir/timer"
exec 7<"$dir/timer"

# Writes the status: $1 is the state, $2 further fields.
write_status() {
    cat >"$dir/status.new" <<STATUS && mv -f "$dir/status.new" "$dir/status.json"
{"id":"$id","state":"$1","started":$started,"limit":$limit,"pid":$$,"boot":"$this_boot",$2$about}
STATUS
}

begin() {
    cat <&3 >"$dir/script" && : >"$dir/stdout" && : >"$dir/stderr" && write_status starting
}

# Sleeps for as long as the limit is. Its output is the only end of the timer that can be written to.
timer() {
    exec 7<&- 9>&- >&8 8>&-
    PLAYBOOKS_TIMER=$id
    export PLAYBOOKS_TIMER
    exec sleep "$limit"
}

# Keeps the limit: wakes when the sleep is over, or was killed because the task has ended; the verdict tells.
watchdog() {
    exec 8>&- 9>&-
    read -r nothing <&7
    clock
    verdict=$(readlink "$dir/verdict")
    # Somebody else has killed the sleep, but the limit holds.
    while [ -z "$verdict" ] && [ -r /proc/uptime ] && [ "$now" -lt "$ends" ]; do
        sleep 1
        clock
        verdict=$(readlink "$dir/verdict")
    done
    claim timedout
    case $verdict in
    exited) ;;
    cancelled-*) end_tree "${verdict#*-}" told ;;
    *) end_tree "$grace" ;;
    esac
}

# Writes the one final state.
finish() {
    clock
    fraction=$(((now - begun) % 100))
    [ "$fraction" -ge 10 ] || fraction=0$fraction
    duration=$(((now - begun) / 100)).$fraction
    signal=null timed_out=false
    case $verdict in
    timedout) state=timedout rc=null timed_out=true ;;
    cancelled-*) state=cancelled rc=null ;;
    *)
        state=failed
        [ "$rc" -ne 0 ] || state=succeeded
        if [ "$rc" -gt 128 ]; then
            signal=$(kill -l $((rc - 128)))
            case $signal in '' | *[!A-Z0-9+-]* | [0-9]*) signal=null ;; *) signal=\"${signal#SIG}\" ;; esac
        fi
        ;;
    esac
    write_status "$state" "\"finished\":$(date +%s),\"duration\":$duration,\"rc\":$rc,\"signal\":$signal,\"timedOut\":$timed_out,"
}

boot
clock
begun=$now ends=$((now + limit * 100)) started=$(date +%s)
why=$(begin 2>&1) || give_up "$why"
echo "started $started"
exec >/dev/null 2>&1 3<&-

timer &
sleeper=$!

# The task has a session of its own, where the host has the means, so that it can be ended whole. It stands in braces: a
# subshell in the background may be two processes, and the first of them is not what it runs.
detach=
! command -v setsid || detach=setsid
{
    umask "$mask"
    PLAYBOOKS_JOB=$id
    export PLAYBOOKS_JOB
    exec $detach sh "$dir/script" 7<&- 8>&- 9>&-
} >"$dir/stdout" 2>"$dir/stderr" &
child=$!

watchdog &
watchdog=$!
exec 7<&- 8>&-
write_status running "\"child\":$child,"

wait "$child"
rc=$?
# A death by signal is 128 and its number here; for ksh 256, for yash 384.
[ "$rc" -lt 384 ] || rc=$((rc - 256))
[ "$rc" -lt 256 ] || rc=$((rc - 128))
claim exited
[ "$verdict" = timedout ] || kill "$sleeper"
if [ -z "$verdict" ]; then
    # Nothing can be written any more, not even for the watchdog to read.
    clock
    [ "$now" -ge "$ends" ] || kill "$watchdog"
fi
wait "$sleeper" "$watchdog"
finish
