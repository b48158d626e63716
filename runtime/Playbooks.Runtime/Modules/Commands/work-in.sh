# Enters the directory $1, a whole path, in which a command is to run. Where no link is on the way, this costs no process. Otherwise
# "playbooks_way" finds the way in a process of its own, so that the command gets none of its functions and settings. It prints a dot at the end.
if ! CDPATH='' cd -P "$1" 2>/dev/null || [ "$PWD" != "$1" ]; then
    set -- "$(playbooks_way "$1")"
    [ "$1" ] || exit 1
    CDPATH='' cd -P "${1%.}" && [ "$PWD" = "${1%.}" ] || { printf '%s\n' "the way to ${1%.} was changed meanwhile; nothing was done" >&2; exit 1; }
fi
unset -f playbooks_way
set --
