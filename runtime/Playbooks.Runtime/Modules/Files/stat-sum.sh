# Prints the checksum of what stat-path.sh has looked at, or an empty line where that is no regular file. It needs reading.sh. Meanwhile somebody
# else may have put something else there; where a host has no /proc, nobody can tell whether a link was followed there.
theirs=yes
whole() {
    # shellcheck disable=SC3013 # All shells of hosts have -ef, and POSIX has it since 2024.
    [ "$how" ] || [ ! -e /proc/self/fd/0 ] || { [ ! -L "$at" ] && [ /proc/self/fd/0 -ef "$at" ]; } || other
    sum
}
case $a in
'c 8'* | 'f 10'????' '* | 'l -'*)
    s=$(reading "$at" whole 2>&1) || fail "cannot be read: $s"
    line "$s"
    ;;
*) echo ;;
esac
