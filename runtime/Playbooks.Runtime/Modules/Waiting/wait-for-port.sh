# Looks at $port of $address. Of a port of the host itself, Linux tells in /proc who listens, where nothing is there to connect with; 0A
# is the state LISTEN.
one() { if command -v timeout >/dev/null 2>&1; then timeout 5 "$@"; else "$@"; fi; }
if command -v nc >/dev/null 2>&1 && nc -h 2>&1 | grep -q -- '^[[:blank:]]*-z'; then
    try() { nc -z -w 5 "$address" "$port"; }
elif command -v bash >/dev/null 2>&1; then
    # shellcheck disable=SC2016 # These are bash's own arguments.
    try() { one bash -c 'exec 3<>"/dev/tcp/$1/$2"' bash "$address" "$port"; }
elif command -v perl >/dev/null 2>&1; then
    try() { perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new(PeerAddr => $ARGV[0], PeerPort => $ARGV[1], Timeout => 5)' "$address" "$port"; }
elif command -v python3 >/dev/null 2>&1; then
    try() { python3 -c 'import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)' "$address" "$port"; }
elif [ -r /proc/net/tcp ] && case $address in 127.* | localhost | ::1) ;; *) false ;; esac; then
    hex=$(printf '%04X' "$port")
    try() { cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -q "^ *[0-9]*: [0-9A-F]*:$hex [0-9A-F]*:0000 0A "; }
else
    fail "the host has no tool to test a port: install nc (with -z), bash, perl or python3"
fi
look() {
    why=$(try 2>&1 </dev/null) && { why="the port is still open"; return 0; }
    why=${why##*: }; [ "$why" ] || why="no connection"
    return 1
}
