# Removes the files of jobs that ended or were lost at least $older seconds ago, and prints the ids. Processes that a lost job
# left running are ended first.
seconds=$(date +%s)
make=
enter_base || {
    [ -n "$why" ] || exit 0
    printf '%s\n' "$why" >&2
    exit 70
}

# Sets $finished to the latest possible end of a job that did not write its end.
ended_by() {
    over=$((started + limit + ${its_grace:-10}))
    case $state in
    lost) ;;
    succeeded | failed) duration=${duration%%.*} finished=$((started + ${duration:-0})) ;;
    *) finished=$over ;;
    esac
    init=${this_boot##*.}
    if [ "$reason" = rebooted ] && [ -z "$finished" ] && [ -n "$init" ]; then
        # The job ended before its host, or its container, started again; that is when the first process began.
        birth self
        [ "${#init}" -gt 2 ] && init=${init%??} || init=0
        finished=$((seconds - ${born%??} + init))
    fi
    # The moment of its end is unknown: it has ended by now, and had ended when its limit was over.
    [ "${finished:=$seconds}" -le "$over" ] || finished=$over
}

for dir in "$base"/*; do
    id=${dir##*/} reason= unfinished= over=
    valid "$id" "$dir" && [ ! -h "$dir" ] || continue
    read_status
    if [ -z "$status" ] && [ -p "$dir/alive" ] && [ -z "$(having "PLAYBOOKS_SUPERVISOR=$id")" ] &&
        { [ "$older" = 0 ] || [ -n "$(find "$dir" -prune -mtime "+$((older / 86400))")" ]; }; then
        # The job ended before it had begun.
        rm -rf "$dir" && echo "$id"
    fi
    [ "$stated_id" = "$id" ] || continue
    case $state in
    starting | running)
        look
        [ "$stated_id" = "$id" ] && ! alive || continue
        ended_by
        ;;
    esac
    [ "$((seconds - finished))" -ge "$older" ] || continue
    group=$(readlink "$dir/group")
    [ -z "$over" ] || elsewhere || end_leftovers "${its_grace:-10}"
    drop_group
    rm -rf "$dir" && echo "$id"
done
for link in "$base"/.key.*; do
    target=$(readlink "$link") && [ ! -d "$base/${target#job:}" ] && rm -f "$link"
done
