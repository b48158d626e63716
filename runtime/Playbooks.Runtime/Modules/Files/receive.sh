# Takes the content of the new file $n from standard input: $size bytes, whose SHA-256 is $checksum.
e=$({ set -C; cat >"$n"; } 2>&1) || fail "cannot be written: $e"
s=$(sum <"$n")
case $s in
*"$checksum"*) ;;
*)
    # shellcheck disable=SC2046 # It is a word, and blanks.
    set -- $(wc -c <"$n")
    [ "$1" = "$size" ] || fail "$1 of $size bytes arrived; nothing was changed"
    [ -z "$s" ] || fail "the source changed while it was sent; nothing was changed"
    ;;
esac
