# Removes what jobs left that have ended, or were lost, at least $older seconds ago, and says which.
# When a lost one died nobody knows: its limit counts as its end.
seconds=$(date +%s)
for dir in "$base"/*; do
    id=${dir##*/}
    valid "$id" "$dir" && [ ! -h "$dir" ] && [ -f "$dir/status.json" ] || continue
    read_status
    [ "$stated_id" = "$id" ] || continue
    case $state in
    starting | running)
        ! alive || continue
        finished=$((started + limit))
        ;;
    esac
    [ "$((seconds - finished))" -ge "$older" ] || continue
    rm -rf "$dir" && echo "$id"
done
