# Processes, and the time.

# A variable of this name in the user's environment is ignored.
epoch=

# Sets $now to the hundredths of a second since the first call, by a clock that users cannot set if the host has one.
# Some shells count in 32 bits, which is too few for hosts that run for a long time.
clock() {
    read -r now rest </proc/uptime || now=$(date +%s).00
    : "${epoch:=${now%.*}}"
    now=$(((${now%.*} - epoch) * 100 + 1${now#*.} - 100))
} 2>/dev/null

# Waits a little. Fractions of a second are not part of POSIX.
pause() {
    sleep 0.1 2>/dev/null || sleep 1
}

# Sets $born to the start of process $1, and $stat to its stat; sets $born to nothing if the process does not exist. Another
# process may have the same number later; the number and the start together identify a process.
birth() {
    born= stat=
    if [ -r /proc/self/stat ]; then
        # The name of a process may contain anything, also a line break. Only numbers follow it.
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

# Succeeds if process $1, which began at $2, still exists.
lives() {
    birth "$1"
    [ -n "$born" ] && [ "$born" = "$2" ]
}

# Sends signal $1 to process $2 if it still is the process that began at $3.
send() {
    lives "$2" "$3" && kill "-$1" "$2"
} 2>/dev/null
