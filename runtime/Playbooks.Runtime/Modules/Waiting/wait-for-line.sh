# Looks for a line of $file that matches $pattern. It needs go.sh and opened.sh.
case $file in /*) ;; *) file=$here/$file ;; esac
why=$(grep -E -e "$pattern" /dev/null 2>&1); [ "$?" -lt 2 ] || fail "grep does not accept the pattern: $why"
match() { opened; grep -E -m 1 -e "$pattern"; }
look() {
    go "$file" -L || { reach "$file"; at=; }
    if ! [ "$at" ] || ! [ -e "$at" ]; then why="it does not exist"; return 1; fi
    [ -d "$at" ] && fail "it is a directory"
    [ -f "$at" ] || fail "it is not a regular file"
    if ! [ -r "$at" ]; then fail "it cannot be read"; fi
    line=$(reading "$at" match) && { why="this line matches: $line"; return 0; }
    why="no line matches"; return 1
}
