# Prints where the directory $1, a whole path, really is, and a dot. It needs walk.sh.
# shellcheck disable=SC2012 # What ls says is for people.
enter "$1" || fail "cannot enter the working directory $1: $(ls -d "$1/." 2>&1)"
printf '%s.' "$PWD"
