# Functions that put a new file, or new content, in the place of what is there. They need those of stat.sh and way.sh. $p is the file, $o
# that from the directory in which the new one, $n, is; $h is what is held of the old one, $b its backup, $m its mode, $most the most that is
# kept of its content where the cp of the host makes no holes; $holes is set where it has large ones.
# shellcheck disable=SC2046 # What is split are words, and -f is set.
lost() { fail "attributes other than mode and owner cannot be kept: $1; set InPlace = true to write the content into the existing file"; }
has() { command -v "$1" >/dev/null 2>&1; }
keep() {
    set -- "$1" "$2" "$3" $(ls -ldn "$1"); mark=${4#??????????}; own=$6:$7
    more=$3,mode,xattr
    e=$(cp --attributes-only "--preserve=${more#,}" "$1" "$2" 2>&1) || case $?:$e in
        12[67]:* | *option* | *'built without'* | *'for reading: Permission denied'*) keep_each "$1" "$2" "$3" ;;
        *) lost "$e" ;;
    esac
    set -- "$1" "$2" "$3" $(ls -ldn "$2")
    if [ "$3" ] && [ "$6:$7" != "$own" ]; then
        e=$(chown -h "$own" "$2" 2>&1) || fail "the owner and group cannot be kept: $e"
    fi
    mark=${mark#.}; set -- "${4#??????????}"
    [ "$mark" = "${1#.}" ] || lost "an access control list needs the cp of coreutils, or getfacl and setfacl"
}
keep_each() {
    [ -z "$3" ] || chown -h "$own" "$2" 2>/dev/null
    e=$(chmod "$m" "$2" 2>&1) || fail "the mode cannot be changed: $e"
    if has getfattr && has setfattr; then
        e=$(getfattr -d -m - -e hex "$1" 2>&1) || lost "$e"
        [ -z "$e" ] || e=$(printf '%s\n' "$e" | { read -r line; printf '# file: %s\n' "$2"; cat; } | setfattr --restore=- 2>&1) || lost "$e"
        return
    fi
    if has getfacl && has setfacl; then
        e=$( { getfacl -cp "$1" | setfacl --set-file=- "$2"; } 2>&1) || lost "$e"
    elif has getfacl && [ "$(getfacl -cps "$1" 2>/dev/null)" ]; then lost "an access control list needs setfacl"
    fi
    if has getfattr && [ "$(getfattr -m - "$1" 2>/dev/null)" ]; then lost "extended attributes need setfattr"; fi
    if has getcap && [ "$(getcap "$1" 2>/dev/null)" ]; then lost "capabilities need the cp of coreutils"; fi
}
still() { [ -f "$1" ] && [ ! -L "$1" ] && { [ -z "$theirs" ] || [ "$2" = "$3" ]; } || fail "was replaced by another file; nothing was changed"; }
hold() {
    if [ -z "$theirs" ]; then h=$o; still "$h"; return; fi
    e=$(ln "$o" ./was 2>&1) || fail "cannot be protected from replacement by other users while it is changed: $e"
    h=./was was="$1 $2 $3"; set -- $(ls -ldn "$h"); still "$h" "$2 $3 $4" "$was"
}
former() {
    # shellcheck disable=SC2086 # It is a word, or none.
    e=$(cp $3 --sparse=always "$1" "$2" 2>&1) && return
    case $e in *option*) ;; *) return 1 ;; esac
    if [ "$holes" ]; then
        e="the file has holes of more than 1 GiB, which this host's cp cannot copy (it has no --sparse)"
        return 1
    fi
    e=$({ if has head; then head -c "$most"; else cat; fi <"$1" >"$2"; } 2>&1) && { [ -z "$3" ] || touch -r "$1" "$2"; }
}
move() {
    e=$(mv -fT "$1" "$2" 2>&1) || case $e in
        *option*)
            [ -z "$theirs" ] || fail "other users can change its directory, where this host's mv cannot replace a file safely (it has no -T): run the task as the directory's owner (Become)"
            ! [ -d "$2" ] && e=$(mv -f "$1" "$2" 2>&1) ;;
        *) false ;;
    esac
}
refused() {
    case $e in *'esource busy'*) fail "is a mount point and cannot be replaced: set InPlace = true to write the content into the existing file ($e)" ;; esac
    set -- "$1" $(lsattr -d "$o" 2>/dev/null)
    case ${2-} in *[ia]*) fail "is immutable or append-only: run chattr -ia on it first; InPlace = true does not help ($e)" ;; esac
    fail "$1: $e"
}

# Makes holes in the new file. Not all hosts can; a file without them is larger, and not another one.
dig() {
    fallocate -d "$n" 2>/dev/null || { cp --sparse=always "$n" ./holes && mv -f ./holes "$n"; } 2>/dev/null || :
}

# A write clears capabilities, and so does a new owner: what the file in $h has is kept before it is written, and given back afterwards.
remember() {
    [ ! -r "$h" ] || former "$h" ./former "" || fail "the old content cannot be saved during the change, so nothing was changed: $e"
    cp --attributes-only --preserve=xattr "$h" ./kept 2>/dev/null
}
fill() {
    e=$({ cat "$n" >"$h"; } 2>&1) || {
        s=$e
        [ -e ./former ] && { cp --sparse=always ./former "$h" || cat ./former >"$h"; } 2>/dev/null
        e=$s
        [ -z "$b" ] || rm -f "$b"
        refused "cannot be written"
    }
}
restore() {
    [ ! -e ./kept ] || e=$(cp --attributes-only --preserve=xattr ./kept "$h" 2>&1) || fail "was written but has lost attributes: $e"
}
