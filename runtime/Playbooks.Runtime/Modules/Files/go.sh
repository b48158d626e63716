# Goes where a path leads, without following what others may have put on the way. It needs walk.sh.
# shellcheck disable=SC2164 # Where the shell cannot be where it is, a path that begins there leads nowhere.
CDPATH= cd -P . 2>/dev/null; here=${PWD%/}
go() {
    t=$1 how=$2 links=0 must=
    case $t in /*) ;; *) t=$here/$t ;; esac
    while :; do
        while :; do
            case $t in ?*/) t=${t%/} must=yes ;; *) break ;; esac
        done
        case $t in */. | */..) at=. how=; enter "$t"; return ;; esac
        enter "${t%/*}" || return 1
        at=./${t##*/}
        case $PWD/ in /proc/*) how=${how:-${must:+-L}}; return 0 ;; esac
        [ "$how$must" ] && [ -L "$at" ] || break
        links=$((links + 1)); [ "$links" -le 40 ] || fail "the path $1 contains too many links"
        owned "$at" "${PWD%/}/${at#./}"
        l=$(readlink "$at" && echo .) || return 1
        l=${l%??}
        case $l in /*) t=$l ;; *) t=${PWD%/}/$l ;; esac
    done
    how=
    [ -z "$must" ] || [ -d "$at" ]
}
