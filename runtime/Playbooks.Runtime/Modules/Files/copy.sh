# Finds out where a file goes that is to be $t, or in $t under its own name $n, and prints what is there. Where $makes is set, a directory
# that is missing is made. It follows as many $links, $wanted is whose the file is to be, $size its size, and $most one more.
make() {
    p=${1%/}
    until [ -d "$p" ]; do
        case $p in */*) p=${p%/*}; p=${p:-/} ;; *) p=. ;; esac
    done
    case $p in /*) ;; *) p=$PWD/$p ;; esac
    (way "$p") || exit 1
    e=$(mkdir -p "$1" 2>&1) || fail "the directory cannot be created: $e"
}

foreign() {
    [ "$1" != 0 ] && [ "$1" != "$other" ] && [ ! -O "$t" ] || return 0
    o=$(named passwd "$1")
    case $wanted in
    "$1" | "$o") ;;
    *) fail "$t belongs to $o, and every user can create files in its directory: remove the file, or set Owner to $o" ;;
    esac
}

whole() {
    if { [ "$theirs" ] || ! [ -O "$t" ]; } && command -v head >/dev/null 2>&1; then head -c "$most" | sum; else sum; fi
}

new=
case $t in */) new=yes ;; esac
if [ -d "$t" ] || [ "$new" ]; then
    [ "$n" ] || fail "is a directory: add a file name to the destination"
    [ -d "$t" ] || [ -z "$makes" ] || make "$t"
    t=${t%/}/$n
fi
case $t in /*) ;; *) t=$PWD/$t ;; esac
reach "$t"
follow "$t" "$links"
p=${t%/*}
p=${p:-/}
theirs= open=
if way "$p"; then
    t=${PWD%/}/${t##*/}
elif [ "$makes" ]; then
    e=$(ls -d "$p/." 2>&1)
    case $e in
    *'No such file'*) fail "the directory $p does not exist on the host: create it first" ;;
    *) fail "the directory $p does not exist on the host: $e" ;;
    esac
fi
if [ -L "$t" ]; then
    echo absent
    echo
elif [ -d "$t" ]; then
    fail "$t is a directory"
elif [ -e "$t" ]; then
    [ -f "$t" ] || fail "$t is not a regular file"
    a=$(look "$t")
    printf '%s\n' "$a"
    # shellcheck disable=SC2086 # These are words.
    set -- $a
    [ -z "$open" ] || foreign "$4"
    s=
    [ "$3" != "$size" ] || ! [ -r "$t" ] || s=$(reading "$t" whole) || s=
    line "$s"
else
    echo absent
    echo
fi
echo "${theirs:-ours}"
printf '%s\n' "$t"
