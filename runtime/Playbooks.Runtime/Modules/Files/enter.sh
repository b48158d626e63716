# Makes the directory $d beside the file $p, in $f, and enters it: only its user can. Where $elsewhere is set, and nothing can be made there, it
# is made where temporary files are: a file may well be written where nothing can be made beside it.
way "$f" || fail "the directory $f no longer exists on the host; nothing was changed"
u=$(umask)
umask 077
trap 'cd /; rm -rf "${f%/}/$d"' 0
trap 'exit 129' 1
trap 'exit 130' 2
trap 'exit 143' 15
e=$(mkdir -m 700 "./$d" 2>&1) || {
    [ -n "$elsewhere" ] && [ -z "$theirs" ] && f=$(CDPATH= cd -P "${TMPDIR:-/tmp}" && pwd -P) && cd "$f" && mkdir -m 700 "./$d" 2>/dev/null
} || fail "cannot write to the directory $f: $e"
CDPATH= cd -P "./$d" && [ -O . ] && [ "$PWD" = "${f%/}/$d" ] || fail "the temporary directory ${f%/}/$d belongs to another user"
