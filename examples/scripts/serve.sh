#!/bin/sh
# serve.sh PORT - answers http://127.0.0.1:PORT/health with "ok", by whichever of these is there, until it is ended.
set -eu

port=$1 server=
root=$(mktemp -d)
echo ok >"$root/health"
end() { rm -rf "$root"; kill "$server" 2>/dev/null || :; exit "$1"; }
trap 'end 143' TERM INT HUP

if command -v python3 >/dev/null; then
  python3 -m http.server --bind 127.0.0.1 --directory "$root" "$port" &
elif command -v busybox >/dev/null && busybox --list | grep -qx httpd; then
  busybox httpd -f -p "127.0.0.1:$port" -h "$root" &
elif command -v perl >/dev/null; then
  perl -MIO::Socket::INET -e '
    my $listener = IO::Socket::INET->new(LocalAddr => "127.0.0.1", LocalPort => shift, Listen => 5, ReuseAddr => 1) or die "$@\n";
    while (my $client = $listener->accept) {
      1 while defined(my $line = <$client>) && $line =~ /\S/;
      print $client "HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nok\n";
      close $client;
    }' "$port" &
else
  echo "serve.sh: none of python3, busybox httpd and perl is here; name services of your own with --services" >&2
  end 127
fi
server=$!
wait "$server" || end 1
