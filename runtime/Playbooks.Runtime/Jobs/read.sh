# Gives the last $most bytes of what a job printed, each stream on its own; ends with 1 where there was more before.
cut=0
for stream in stdout stderr; do
    [ "$(($(wc -c <"$dir/$stream")))" -le "$most" ] || cut=1
done 2>/dev/null
tail -c "$most" "$dir/stdout" 2>/dev/null
tail -c "$most" "$dir/stderr" >&2 2>/dev/null
exit "$cut"
