# Gives the last $most bytes of what a job printed, each stream on its own. Ends with 2 where nothing is there any more; else with 1
# where there was more before, and with 4 more where there was no room for all of it. Nobody waits at a pipe that a job has put there.
# ls says how long they are, as wc may read them whole: a job can make them as long as the file system lets it.
LC_ALL=C
export LC_ALL
unset LS_BLOCK_SIZE BLOCK_SIZE BLOCKSIZE
[ -f "$dir/stdout" ] && [ -f "$dir/stderr" ] || exit 2
cut=0
while read -r mode links user group size rest; do
    case $mode in -*) ;; *) continue ;; esac
    # Some shells count in 32 bits.
    [ "${#size}" -le 9 ] && [ "$size" -le "$most" ] || cut=1
done 2>/dev/null <<SIZES
$(ls -nLd "$dir/stdout" "$dir/stderr" 2>/dev/null)
SIZES
[ -h "$dir/spare" ] || cut=$((cut + 4))
tail -c "$most" "$dir/stdout" 2>/dev/null
tail -c "$most" "$dir/stderr" >&2 2>/dev/null
exit "$cut"
