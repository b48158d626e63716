# Looks for $file.
look() {
    if [ -e "$file" ] || [ -L "$file" ]; then why="it is there"; return 0; fi
    reach "$file"
    why="it is not there"
    return 1
}
