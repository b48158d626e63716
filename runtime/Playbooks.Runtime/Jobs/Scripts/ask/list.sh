# Prints the jobs in $base: "user NAME" for each other user with jobs; "here SECONDS USER DIRECTORY"; for each job without an end
# "ID" and the result of a check; and the statuses of all jobs. If jobs are in home directories, at $below, the users are those as
# whom this user has started jobs, and for root all users with such a directory; otherwise the owners of entries in $base.
exec 2>/dev/null
LC_ALL=C
export LC_ALL

if [ -z "$below" ]; then
    # Names may contain spaces, which ls does not mark.
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

# The files of other users are not read. One cat prints all statuses with an end, except files that no job wrote: a status is short.
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
