# Prints the last $most bytes of each stream of a job. The exit status is 2 if the output no longer exists; otherwise it is 1 if there
# was more output before, plus 4 if the disk had no room for all of it. A pipe that a job has put there is not opened.
# ls reports the sizes, because wc may read whole files: a job can make them as long as the file system allows.
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
