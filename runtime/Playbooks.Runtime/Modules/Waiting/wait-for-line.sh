# Looks for a line of $file that matches $pattern. It needs go.sh and opened.sh.
case $file in /*) ;; *) file=$here/$file ;; esac
why=$(grep -E -e "$pattern" /dev/null 2>&1); [ "$?" -lt 2 ] || fail "grep does not accept the pattern: $why"
match() { opened; grep -E -m 1 -e "$pattern"; }
look() {
    go "$file" -L || { reach "$file"; at=; }
    if ! [ "$at" ] || ! [ -e "$at" ]; then why="the file does not exist"; return 1; fi
    [ -d "$at" ] && fail "the path is a directory"
    [ -f "$at" ] || fail "the path is not a regular file"
    if ! [ -r "$at" ]; then fail "the file cannot be read"; fi
    line=$(reading "$at" match) && { why="this line matches: $line"; return 0; }
    why="no line matches"; return 1
}
