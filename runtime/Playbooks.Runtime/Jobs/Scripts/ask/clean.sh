# Removes what jobs left that have ended, or were lost, at least $older seconds ago, and says which. What still runs of a lost one
# is ended first.
seconds=$(date +%s)
make=
enter_base || {
    [ -n "$why" ] || exit 0
    printf '%s\n' "$why" >&2
    exit 70
}

# Sets $finished to when this had ended at the latest, of a job that did not write that itself.
ended_by() {
    over=$((started + limit + ${its_grace:-10}))
    case $state in
    lost) ;;
    succeeded | failed) duration=${duration%%.*} finished=$((started + ${duration:-0})) ;;
    *) finished=$over ;;
    esac
    init=${this_boot##*.}
    if [ "$reason" = rebooted ] && [ -z "$finished" ] && [ -n "$init" ]; then
        # It died before its host, or its container, came up again, whose first process began in this hundredth of a second.
        birth self
        [ "${#init}" -gt 2 ] && init=${init%??} || init=0
        finished=$((seconds - ${born%??} + init))
    fi
    # Nobody has seen it die: it is dead now, and was when its limit was over.
    [ "${finished:=$seconds}" -le "$over" ] || finished=$over
}

for dir in "$base"/*; do
    id=${dir##*/} reason= unfinished= over=
    valid "$id" "$dir" && [ ! -h "$dir" ] || continue
    read_status
    if [ -z "$status" ] && [ -p "$dir/alive" ] && [ -z "$(having "PLAYBOOKS_SUPERVISOR=$id")" ] &&
        { [ "$older" = 0 ] || [ -n "$(find "$dir" -prune -mtime "+$((older / 86400))")" ]; }; then
        # It died before it had begun.
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
