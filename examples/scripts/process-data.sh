#!/bin/sh
# process-data.sh SOURCE REPORT - writes a checksum of every file under SOURCE, sorted by name, to REPORT.
set -eu

source=$1 report=$2
[ -d "$source" ] || { echo "process-data.sh: no such directory: $source" >&2; exit 2; }

mkdir -p "$(dirname "$report")"
find "$source" -type f -exec cksum {} + | LC_ALL=C sort -k 3 >"$report.new"
mv "$report.new" "$report"
echo "$(wc -l <"$report" | tr -d ' ') files in $report"
