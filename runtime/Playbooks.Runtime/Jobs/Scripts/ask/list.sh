# Says which jobs are in $base: "here SECONDS USER DIRECTORY"; of each job without an end "ID" and what a look has found; and
# the statuses of all. Before that, "user NAME" of who else has jobs. Where they live in homes, as $below, those are the users as
# whom this one has started some, and for root whoever has such a directory; in a directory of its own, those who own something.
exec 2>/dev/null
LC_ALL=C
export LC_ALL

if [ -z "$below" ]; then
    # Names may have spaces, which ls does not show apart.
    # shellcheck disable=SC2012 # Only owners are read, not names.
    stat -c 'user %U' "$base" "$base"/*/ || ls -ld "$base" "$base"/*/ | while read -r mode links owner rest; do
        printf 'user %s\n' "$owner"
    done
else
    for file in "$base"/.users/*; do
        [ ! -f "$file" ] || printf 'user %s\n' "${file##*/}"
    done
    [ "$(id -u)" != 0 ] || while IFS=: read -r name password number group about home shell; do
        [ "$number" = 0 ] || [ ! -d "$home/$below" ] || printf 'user %s\n' "$name"
    done </etc/passwd
fi

make=
enter_base || {
    [ -z "$why" ] || printf 'unsafe %s\n' "$why"
    exit 0
}
cd "$base" || exit 0
cat <<HERE
here $(date +%s) $(id -un) $base
HERE

# What belongs to others is theirs to read. One cat prints what has an end, but for what no job wrote: a status is short.
boot
set --
for dir in "$base"/*; do
    id=${dir##*/}
    case $id in *[!A-Za-z0-9._-]*) continue ;; esac
    [ -O "$dir" ] && [ ! -h "$dir" ] || continue
    [ -f "$dir/status.json" ] || [ -p "$dir/alive" ] || continue
    read_status
    [ -z "$status" ] || [ "$stated_id" = "$id" ] || continue
    case $state in
    starting | running)
        reason=
        if [ "$boot" = "$this_boot" ] && alive; then
            echo "$id $(report)"
        else
            (
                look
                echo "$id $(report)"
            ) &
        fi
        ;;
    esac
    [ ! -f "$dir/status.json" ] || set -- "$@" "$dir/status.json"
done
wait
[ $# = 0 ] || if command -v find >/dev/null; then find "$@" -prune -type f -size -129 -exec cat {} +; else cat "$@"; fi
