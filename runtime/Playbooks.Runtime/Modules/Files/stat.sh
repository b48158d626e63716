# Functions that look at files. They need those of saying.sh. "reach PATH" fails if a directory above it cannot be searched, where a file
# that exists would look like none. "look PATH [-L]" prints three lines, after GNU's, busybox's or BSD's stat, or after ls: numbers, and
# the names of owner and group, in which spaces are. "sum" prints the SHA-256 of its standard input and whatever else the tool there
# prints; "line TEXT" makes one line of it.
# shellcheck disable=SC2046,SC2086 # What is split are words, and -f is set.
reach() {
    d=$1
    while ! [ -e "$d" ] && ! [ -L "$d" ]; do
        case $d in /*/* | [!/]*/*) d=${d%/*} ;; /*) d=/ ;; *) d=. ;; esac
    done
    if [ -d "$d" ] && ! [ -x "$d" ]; then fail "permission denied: the directory $d cannot be searched"; fi
}
look() {
    if s=$(stat $2 -c 'c %f %s %u %g %Y %h %b
%U
%G' "$1" 2>/dev/null) && [ "$s" ]; then printf '%s\n' "$s"
    elif s=$(stat $2 -f 'f %p %z %u %g %m %l %b
%Su
%Sg' "$1" 2>/dev/null) && [ "$s" ]; then printf '%s\n' "$s"
    else
        f=$2; p=$1; set -- $(ls -ldn $f "$p")
        printf '%s\n' "l $1 $5 $3 $4 - $2 -"; named passwd "$3"; named group "$4"
    fi
}
line() { set -- $1; printf '%s\n' "$*"; }
sum() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum
    elif command -v shasum >/dev/null 2>&1; then shasum -a 256
    elif command -v openssl >/dev/null 2>&1; then openssl dgst -sha256
    elif command -v busybox >/dev/null 2>&1; then busybox sha256sum
    elif command -v sha256 >/dev/null 2>&1; then sha256
    fi
}
