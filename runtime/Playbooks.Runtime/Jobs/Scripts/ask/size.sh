# Prints the sizes of both streams of a job, in the format of ls.
LC_ALL=C
export LC_ALL
unset LS_BLOCK_SIZE BLOCK_SIZE BLOCKSIZE
ls -nLd "$dir/stderr" "$dir/stdout" 2>/dev/null
exit 0
