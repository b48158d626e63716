# Enters the directory $1, a whole path, in which a command will run. If the path contains no link, this starts no process. Otherwise
# "playbooks_way" follows the links in a process of its own, so that its functions and settings do not reach the command. It prints a dot at the end.
if ! CDPATH='' cd -P "$1" 2>/dev/null || [ "$PWD" != "$1" ]; then
    set -- "$(playbooks_way "$1")"
    [ "$1" ] || exit 1
    CDPATH='' cd -P "${1%.}" && [ "$PWD" = "${1%.}" ] || { printf '%s\n' "the path to ${1%.} changed in the meantime; nothing was done" >&2; exit 1; }
fi
unset -f playbooks_way
set --
