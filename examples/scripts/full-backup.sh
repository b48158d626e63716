#!/bin/sh
# full-backup.sh NAME SOURCE TARGET - archives SOURCE as TARGET/NAME-DATE.tar.gz, with a checksum beside it.
# The archive appears under its name only when it is whole. The newest three of NAME are kept.
set -eu
umask 077

name=$1 source=$2 target=$3
[ -d "$source" ] || { echo "full-backup.sh: no such directory: $source" >&2; exit 2; }
source=$(cd "$source" && pwd)

mkdir -p "$target"
cd "$target"
archive=$name-$(date -u +%Y%m%dT%H%M%SZ).tar.gz
trap 'rm -f ".$archive"' EXIT

tar -C "$source" -czf "$PWD/.$archive" .
gzip -t ".$archive"
mv ".$archive" "$archive"
cksum "$archive" >"$archive.cksum"

# Names carry the date, so their order is their age.
set -- "$name"-*Z.tar.gz
while [ $# -gt 3 ]; do
  rm -f "$1" "$1.cksum"
  shift
done

echo "$PWD/$archive ($(wc -c <"$archive" | tr -d ' ') bytes)"
