# Removes what jobs left that have ended, or were lost, at least $older seconds ago, and says which.
# When a lost one died nobody knows: its limit counts as its end.
seconds=$(date +%s)
for dir in "$base"/*; do
    id=${dir##*/}
    valid "$id" "$dir" && [ ! -h "$dir" ] || continue
    read_status
    if [ -z "$status" ] && [ -p "$dir/alive" ] && [ -n "$(find "$dir" -prune -mtime "+$((older / 86400))")" ]; then
        # It died before it had begun.
        rm -rf "$dir" && echo "$id"
    fi
    [ "$stated_id" = "$id" ] || continue
    case $state in
    starting | running)
        ! alive || continue
        finished=$((started + limit))
        ;;
    esac
    [ "$((seconds - finished))" -ge "$older" ] || continue
    group=
    drop_group
    rm -rf "$dir" && echo "$id"
done
for link in "$base"/.key.*; do
    target=$(readlink "$link") && [ ! -d "$base/${target#job:}" ] && rm -f "$link"
done
