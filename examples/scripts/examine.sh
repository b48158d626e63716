#!/bin/sh
# examine.sh REPORT - writes what this host has and does into the file REPORT, section by section, and says where it ended.
set -eu

report=$1
mkdir -p "$(dirname "$report")"
section() { printf '\n== %s\n' "$1"; shift; "$@" 2>&1 || echo "(not to be had: $1)"; }

{
  section system uname -a
  section uptime cat /proc/uptime
  section disks df -P
  section memory cat /proc/meminfo
  section processes ps -e
  printf '\nend of the report\n'
} >"$report"
echo "$(wc -l <"$report" | tr -d ' ') lines"
