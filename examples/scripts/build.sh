#!/bin/sh
# build.sh NAME OUTPUT - builds the part NAME of an application: generates its sources, compiles and links them, and packs the
# result as OUTPUT/NAME.tar.gz. What a compiler would do is done by sed: comments go, blanks shrink.
set -eu

name=$1 output=$2
mkdir -p "$output"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for part in 1 2 3 4 5; do
  printf '# part %d of %s\nexport   %s_%d  =  %d\n' "$part" "$name" "$name" "$part" $((part * part))
done >"$work/$name.source"

sed -e '/^#/d' -e 's/  */ /g' "$work/$name.source" >"$work/$name.bundle"
tar -C "$work" -czf "$work/$name.tar.gz" "$name.bundle"
mv "$work/$name.tar.gz" "$output/$name.tar.gz"
echo "$name: $(wc -l <"$work/$name.bundle" | tr -d ' ') lines"
