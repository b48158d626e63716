# Looks at the file $p that is to be fetched, and prints what it is. The size is that of one moment, and the checksum is of as much. A file of more
# than $most bytes gets none. Only nine digits of both sizes are compared, because some shells count in 32 bits.
theirs=
case $p in /*) ;; *) p=$PWD/$p ;; esac
[ -e "$p" ] || { reach "$p"; fail "the file does not exist on the host"; }
p=${p%/}
follow "$p" 40
p=$t d=${t%/*}
case $p in /proc/*) ;; *) way "${d:-/}" && p=${PWD%/}/${t##*/} ;; esac
[ -d "$p" ] && fail "is a directory: fetch its files, or an archive of them"
[ -f "$p" ] || fail "is not a regular file"
[ -r "$p" ] || { e=$(reading "$p" : 2>&1); fail "cannot be read: $e"; }
a=$(look "$p" -L)
printf '%s\n' "$a"
# shellcheck disable=SC2086 # These are words.
set -- $a
begin() { cat; }
x=$3 y=$most
case $3 in
'' | 0 | *[!0-9]*) x=0 ;;
*) if command -v head >/dev/null 2>&1; then size=$3; begin() { head -c "$size"; }; fi ;;
esac
begun() { same "$p"; begin | sum; }
while [ "${#x}" -gt 9 ] && [ "${#y}" -gt 9 ]; do x=${x%?} y=${y%?}; done
s=
if [ "${#x}" -le 9 ] && { [ "${#y}" -gt 9 ] || [ "$x" -le "$y" ]; }; then s=$(reading "$p" begun 2>&1) || fail "cannot be read: $s"; fi
line "$s"
echo "${theirs:-ours}"
printf '%s\n' "$p"
