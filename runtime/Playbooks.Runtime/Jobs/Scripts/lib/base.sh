# Makes $base an absolute path: of the home of whoever runs this.
# shellcheck disable=SC2088 # What is asked is whether it begins so.
case $base in
'~') base=$HOME ;;
'~/'*) base=$HOME/${base#??} ;;
/*) ;;
*) base=$HOME/$base ;;
esac

# Sets $why where somebody else than the user and root could change what is in directory $1, a real path, or put another in its place: each
# directory on its way must belong to one of the two, and be writable to nobody else, or as /tmp is. Sets $shared where $1 itself is like that.
judge() {
    why= shared= path= rest=${1#/}
    set -- /
    while [ -n "$rest" ]; do
        path=$path/${rest%%/*}
        set -- "$@" "$path"
        case $rest in */*) rest=${rest#*/} ;; *) rest= ;; esac
    done
    case $path in *'
'*) why="its path has a line break" ;; esac
    me=$(id -u)
    ways=$(LC_ALL=C ls -ldn "$@" 2>/dev/null)
    while [ -z "$why" ] && read -r mode links owner group rest; do
        shared=
        case $owner in 0 | "$me") ;; *) why="$1 belongs to user id $owner" ;; esac
        case $mode in
        ????????w[tT]* | ?????w???[tT]*) shared=yes ;;
        ????????w*) why="every user can write to $1" ;;
        ?????w*) [ "$group" = 0 ] || why="group id $group can write to $1" ;;
        esac
        shift
    done <<WAYS
$ways
WAYS
    [ -n "$why" ] || [ $# = 0 ] || why="$1 cannot be checked"
}

# Goes from $base to the directory where the user's jobs are, which is below it where others have jobs there, too. Fails, and sets $why, where it
# is not safe, and $room, too, where it cannot be made; where there is none, and it is not to $make one, there is nothing to say.
enter_base() {
    room=
    if [ ! -d "$base" ]; then
        [ -n "$make" ] || return 1
        above=$base
        until [ -d "$above" ]; do
            above=${above%/*}
            above=${above:-/}
        done
        judge "$(cd "$above" && pwd -P)"
        [ -z "$why" ] || return
        why=$( (umask 077 && mkdir -p "$base") 2>&1) || { room=room; return 1; }
    fi
    why=$( (cd "$base") 2>&1) || { room=room; return 1; }
    base=$(cd "$base" && pwd -P)
    judge "$base"
    [ -z "$why" ] || return
    [ -n "$shared" ] || return 0
    base=${base%/}/$me
    [ -z "$make" ] || why=$(mkdir -m 700 "$base" 2>&1)
    [ -e "$base" ] || [ -h "$base" ] || { [ -z "$make" ] || room=room; return 1; }
    why=
    [ -O "$base" ] && [ -d "$base" ] && [ ! -h "$base" ] || { why="$base belongs to another user"; return 1; }
}
