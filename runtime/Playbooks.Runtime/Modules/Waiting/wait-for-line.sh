# Looks for a line of $file that matches $pattern.
theirs=yes
why=$(grep -E -e "$pattern" /dev/null 2>&1); [ "$?" -lt 2 ] || fail "grep does not take the pattern: $why"
look() {
    if ! [ -e "$file" ]; then reach "$file"; why="it is not there"; return 1; fi
    [ -d "$file" ] && fail "it is a directory"
    [ -f "$file" ] || fail "it is no regular file"
    if ! [ -r "$file" ]; then fail "it cannot be read"; fi
    line=$(reading "$file" grep -E -m 1 -e "$pattern") && { why="there is: $line"; return 0; }
    why="there is no such line"; return 1
}
