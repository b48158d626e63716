using System.Globalization;

namespace Playbooks;

/// <summary>The script of <see cref="WaitFor"/>: a look, again and again, until the time is over.</summary>
internal static class WaitForScript
{
    /// <summary>
    /// <c>look</c> tries once, and leaves what it saw in <c>why</c>. Of a port of the host itself, Linux tells in /proc who listens, where
    /// nothing is there to connect with; 0A is the state LISTEN.
    /// </summary>
    private const string LookAtPort =
        """
        one() { if command -v timeout >/dev/null 2>&1; then timeout 5 "$@"; else "$@"; fi; }
        if command -v nc >/dev/null 2>&1 && nc -h 2>&1 | grep -q -- '^[[:blank:]]*-z'; then
          try() { nc -z -w 5 "$address" "$port"; }
        elif command -v bash >/dev/null 2>&1; then
          try() { one bash -c 'exec 3<>"/dev/tcp/$1/$2"' bash "$address" "$port"; }
        elif command -v perl >/dev/null 2>&1; then
          try() { perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new(PeerAddr => $ARGV[0], PeerPort => $ARGV[1], Timeout => 5)' "$address" "$port"; }
        elif command -v python3 >/dev/null 2>&1; then
          try() { python3 -c 'import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)' "$address" "$port"; }
        elif [ -r /proc/net/tcp ] && case $address in 127.* | localhost | ::1) ;; *) false ;; esac; then
          hex=$(printf '%04X' "$port")
          try() { cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -q "^ *[0-9]*: [0-9A-F]*:$hex [0-9A-F]*:0000 0A "; }
        else
          fail "nothing on the host can try a port: none of nc -z, bash, perl and python3 is there"
        fi
        look() {
          why=$(try 2>&1 </dev/null) && return 0
          why=${why##*: }; [ "$why" ] || why="no connection"
          return 1
        }
        """;

    private const string LookAtFile =
        """
        look() {
          if [ -e "$file" ] || [ -L "$file" ]; then why="it is there"; return 0; fi
          reach "$file"; why="it is not there"; return 1
        }
        """;

    private const string LookAtLines =
        """
        theirs=yes
        why=$(grep -E -e "$pattern" /dev/null 2>&1); [ "$?" -lt 2 ] || fail "grep does not take the pattern: $why"
        look() {
          if ! [ -e "$file" ]; then reach "$file"; why="it is not there"; return 1; fi
          [ -d "$file" ] && fail "it is a directory"
          [ -f "$file" ] || fail "it is no regular file"
          if ! [ -r "$file" ]; then fail "it cannot be read"; fi
          line=$(reading "$file" grep -E -m 1 -e "$pattern") && { why="there is: $line"; return 0; }
          why="there is no such line"; return 1
        }
        """;

    internal static string Of(WaitFor module) =>
        $$"""
        {{StatScript.Functions}}
        {{What(module)}}
        clock() { { read -r now rest </proc/uptime; } 2>/dev/null && now=${now%%.*} || now=$(date +%s); }
        {{(module.Delay > TimeSpan.Zero ? $"sleep {WaitFor.Seconds(module.Delay)}" : "")}}
        line=; clock; end=$((now + {{WaitFor.Seconds(module.Timeout)}}))
        while :; do
          if {{(module.Gone ? "! " : "")}}look; then {{(module.Gone ? "" : """[ -z "$line" ] || printf '%s\n' "$line"; """)}}exit 0; fi
          clock; left=$((end - now))
          if [ "$left" -le 0 ]; then printf '%s\n' "{{(module is { Gone: true, Port: not null } ? "it still is open" : "$why")}}" >&2; exit 124; fi
          [ "$left" -lt {{WaitFor.Seconds(module.Interval)}} ] || left={{WaitFor.Seconds(module.Interval)}}
          sleep "$left"
        done
        """;

    private static string What(WaitFor module) => module.Port is { } port
        ? string.Create(CultureInfo.InvariantCulture, $"address={ShellText.Quote(module.Address ?? "")}; port={port}\n{LookAtPort}")
        : module.Pattern is { } pattern
            ? $"file={ShellText.Path(module.File ?? "")}; pattern={ShellText.Quote(pattern)}\n{SafeReading.Functions}{LookAtLines}"
            : $"file={ShellText.Path(module.File ?? "")}\n{LookAtFile}";
}
