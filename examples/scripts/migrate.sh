#!/bin/sh
# migrate.sh FILE - brings a table of people, kept as text, to version 3, one step at a time. Run again, it does nothing.
set -eu
umask 077

file=$1
mkdir -p "$(dirname "$file")"
[ -e "$file" ] || printf '#version 1\nAda,Lovelace\nGrace,Hopper\n' >"$file"

version() { sed -n '1s/^#version //p' "$file"; }

# Each step writes the next version beside the file, and takes its place by one rename.
migrate() { # version, awk program for the rows
  [ "$(version)" -lt "$1" ] || return 0
  awk -F, -v OFS=, -v version="$1" "NR == 1 { print \"#version \" version; next } $2" "$file" >"$file.new"
  mv "$file.new" "$file"
  echo "migrated to version $1"
}

migrate 2 '{ print NR - 1, $1, $2 }'
migrate 3 '{ print $1, $2 " " $3, tolower($2) "@example.org" }'
echo "$file is at version $(version)"
