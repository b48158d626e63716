# Functions that read a file in whose place somebody else may put something else at any moment. They need those of stat.sh.
other() { fail "was replaced by another file"; }
reading() {
    input=$1; shift
    [ "$theirs" ] || { "$@" <"$input"; return; }
    sleep 5 >/dev/null 2>&1 & timer=$!
    (
        command exec <"$input"; opened=$?
        kill -KILL "$timer" 2>/dev/null
        [ "$opened" = 0 ] || exit 1
        [ ! -e /proc/self/fd/0 ] || [ -f /proc/self/fd/0 ] || other
        "$@"
    ) & reader=$!
    if { wait "$timer" && kill -KILL "$reader"; } 2>/dev/null; then fail "could not be opened within 5 s: it may have been replaced by a pipe"; fi
    wait "$reader" 2>/dev/null
}
same() {
    [ -z "$theirs" ] || [ ! -e /proc/self/fd/0 ] || [ "$(readlink /proc/self/fd/0; echo .)" = "$1
." ] || other
}
