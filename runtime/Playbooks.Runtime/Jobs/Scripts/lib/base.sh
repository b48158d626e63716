# Makes $base an absolute path, relative to the home of the user who runs this.
# shellcheck disable=SC2088 # What is asked is whether it begins so.
case $base in
'~') base=$HOME ;;
'~/'*) base=$HOME/${base#??} ;;
/*) ;;
*) base=$HOME/$base ;;
esac

# Sets $why if another user than this one and root can change or replace directory $1, a real path: each directory of the path must
# belong to one of the two and be writable by no one else, or be like /tmp. Sets $shared if $1 itself is like /tmp.
judge() {
    why= shared= path= rest=${1#/}
    set -- /
    while [ -n "$rest" ]; do
        path=$path/${rest%%/*}
        set -- "$@" "$path"
        case $rest in */*) rest=${rest#*/} ;; *) rest= ;; esac
    done
    case $path in *'
'*) why="the path has a line break" ;; esac
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

# Goes from $base to the directory of the user's jobs, which is below $base if other users have jobs there, too. If the directory is not safe,
# it fails and sets $why. If it cannot be created, it sets $room, too. If it does not exist and $make is not set, it sets neither.
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
