#!/bin/sh
# risky-operation.sh DIRECTORY [fail] - replaces DIRECTORY/settings by new ones, if these hold.
# With "fail" they do not: the old settings stay, and the exit status is 3.
set -eu

directory=$1
mkdir -p "$directory"
printf 'workers=%s\n' "${2-4}" >"$directory/settings.new"
trap 'rm -f "$directory/settings.new"' EXIT

if ! grep -Eq '^workers=[0-9]+$' "$directory/settings.new"; then
  echo "risky-operation.sh: the new settings do not hold: $(cat "$directory/settings.new")" >&2
  exit 3
fi
mv "$directory/settings.new" "$directory/settings"
cat "$directory/settings"
