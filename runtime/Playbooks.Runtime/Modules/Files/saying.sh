# Functions that say things. "fail TEXT" ends with a message of one line. "named passwd NUMBER" prints the name of a user, or the number of
# one who has none, and "named group NUMBER" that of a group.
# shellcheck disable=SC2086 # What is split are words, and -f is set.
LC_ALL=C; export LC_ALL; set -f
fail() {
    IFS='
'; set -- $1; IFS=' '; printf '%s\n' "$*" >&2; exit 1
}
named() {
    n=$(getent "$1" "$2" 2>/dev/null) || n=$(while IFS=: read -r name x id rest; do
        [ "$id" != "$2" ] || { printf '%s:\n' "$name"; break; }
    done 2>/dev/null <"/etc/$1")
    n=${n%%:*}; printf '%s\n' "${n:-$2}"
}
