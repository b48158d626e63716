# Prints the output of jobs after known offsets, with one budget for all jobs. $base is the directory of the jobs. Each word of
# $wanted is "ID/STREAM:OFFSET:BLOCK", sorted as ls sorts; BLOCK is the block of 4096 bytes that contains the offset.
# One ls checks all files that have not grown. Sizes are compared as text, because some shells count only to 2^31.
cd "$base" 2>/dev/null || exit 66
LC_ALL=C
export LC_ALL
unset TIME_STYLE QUOTING_STYLE LS_BLOCK_SIZE BLOCK_SIZE BLOCKSIZE
set -f
names=
for entry in $wanted; do
    names="$names ${entry%%:*}"
done
budget=256

# Each file has nine words: mode, links, user, group, size, three words of its date, name.
# shellcheck disable=SC2046,SC2086 # Names of jobs have no blanks, and -f is set.
set -- $(ls -nLd $names 2>/dev/null)
for entry in $wanted; do
    name=${entry%%:*}
    if [ "$9" != "$name" ]; then
        [ -d "${name%/*}" ] || echo "$mark $name gone"
        continue
    fi
    mode=$1 size=$5 place=${entry#*:}
    shift 9
    block=${place#*:}
    case $mode in -*) ;; *) continue ;; esac
    [ "$size" != "${place%:*}" ] && valid "${name%/*}" || continue
    case $size in
    ??????????*) blocks=$budget ;;
    *) blocks=$((size / 4096 + 1 - block)) ;;
    esac
    [ "$blocks" -le "$budget" ] || blocks=$budget
    echo "$mark $name $block $size"
    if [ "$blocks" -gt 0 ]; then
        budget=$((budget - blocks))
        dd if="$name" bs=4096 skip="$block" count="$blocks" 2>/dev/null
    fi
    echo "$mark"
done
echo "$mark end"
