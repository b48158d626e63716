# "opened", in a command of "reading", fails unless its input is $at of go.sh, and not what a link there led to. Where a host has no /proc, nobody can
# tell. It needs reading.sh.
theirs=yes
opened() {
    # shellcheck disable=SC3013 # All shells of hosts have -ef, and POSIX has it since 2024.
    [ "$how" ] || [ ! -e /proc/self/fd/0 ] || { [ ! -L "$at" ] && [ /proc/self/fd/0 -ef "$at" ]; } || other
}
