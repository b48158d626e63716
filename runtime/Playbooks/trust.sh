# Prints which of the paths after $1 another user can write to, and how: one word and the path. $1 determines the owner of the source. A
# group counts as other users unless the owner is its only member. If a path has an access control list, the mask replaces the
# group's bits.
LC_ALL=C; export LC_ALL; set -f
# shellcheck disable=SC2046 # These are words.
look() { set -- $(ls -ldnL "$1" 2>/dev/null); mode=$1 owner=$3 group=$4; }
alone() {
    names= members=
    entry=$(getent group "$1" 2>/dev/null || grep "^[^:]*:[^:]*:$1:" /etc/group)
    [ "$entry" ] || return
    members=${entry##*:}
    while IFS=: read -r name password number primary rest; do
        if [ "$number" = "$2" ]; then names="$names,$name"
        elif [ "$primary" = "$1" ] && [ "$number" != 0 ]; then members="$members,$name"
        fi
    done </etc/passwd
    IFS=,
    for member in $members; do
        case ,$names,root, in *",$member,"*) ;; *) return 1 ;; esac
    done
}
me=$(id -u); look "$1"; source=$owner; shift
for path; do
    look "$path"
    # shellcheck disable=SC2012 # Only the owner is read, not the name.
    case ${owner:--} in 0 | "$me" | "$source") ;; *) echo "owner $(ls -ldL "$path" | { read -r mode links owner rest; echo "$owner"; })"; echo "$path"; exit ;; esac
    case $mode in ????????w*) echo others; echo "$path"; exit ;; esac
    case $mode in ?????w????+*) echo list; echo "$path"; exit ;; esac
    case $mode in ?????w*) (alone "$group" "$owner") || { echo group; echo "$path"; exit; } ;; esac
done
