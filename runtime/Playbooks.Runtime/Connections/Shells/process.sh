# Processes, and the time.

# What a user's environment has under this name is not meant.
epoch=

# Sets $now to hundredths of a second since the first call, by a clock that nobody can set where the host has one.
# Some shells count in 32 bits, which hosts that run for long outgrow.
clock() {
    read -r now rest </proc/uptime || now=$(date +%s).00
    : "${epoch:=${now%.*}}"
    now=$(((${now%.*} - epoch) * 100 + 1${now#*.} - 100))
} 2>/dev/null

# Waits a little. Fractions are no part of POSIX.
pause() {
    sleep 0.1 2>/dev/null || sleep 1
}

# Sets $born to when process $1 began, and $stat to all that its stat says; $born to nothing where it is not there any more. A
# number alone may be somebody else's by now: together with this it names a process for good.
birth() {
    born= stat=
    if [ -r /proc/self/stat ]; then
        # There may be anything in the name of a process, also the end of a line: what follows it are numbers.
        while IFS= read -r line; do
            stat=$stat$line
        done <"/proc/$1/stat"
        # shellcheck disable=SC2086 # These are words.
        set -- ${stat##*)}
        case $1 in [!ZX]*) born=${20} ;; esac
    else
        born=$(LC_ALL=C ps -p "$1" -o stat= -o lstart= | tr -s ' :' '--' | sed -n 's/^-*[^-Z][^-]*-\(.*[^-]\)-*$/\1/p')
    fi
} 2>/dev/null

# Whether process $1, which began at $2, is there.
lives() {
    birth "$1"
    [ -n "$born" ] && [ "$born" = "$2" ]
}

# Sends signal $1 to process $2, if that is still the one that began at $3.
send() {
    lives "$2" "$3" && kill "-$1" "$2"
} 2>/dev/null
