# Looks for $file. It needs go.sh.
case $file in /*) ;; *) file=$here/$file ;; esac
look() {
    go "$file" '' || { reach "$file"; at=; }
    if [ "$at" ] && { [ -e "$at" ] || [ -L "$at" ]; }; then why="the file exists"; return 0; fi
    why="the file does not exist"; return 1
}
