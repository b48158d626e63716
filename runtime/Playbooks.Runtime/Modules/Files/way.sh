# Functions that go to the directory of a file that is to be read or written. They need those of walk.sh.
follow() {
    t=$1 hops=$2
    case $t in /proc/*) return ;; esac
    while [ -L "$t" ] && [ "$hops" -gt 0 ]; do
        hops=$((hops - 1)); owned "$t" "$t"
        l=$(readlink "$t" && echo .) && [ "$hops" -gt 0 ] || fail "the link $t cannot be followed"
        l=${l%??}
        case $l in /*) t=$l ;; *) t=${t%/*}/$l ;; esac
    done
}
way() {
    other= theirs= open=
    enter "$1" || return 1
    case $q/ in /proc/*) return ;; esac
    rest=${q#/} q=; set -- /
    while [ "$rest" ]; do
        q=$q/${rest%%/*}; set -- "$@" "$q"
        case $rest in */*) rest=${rest#*/} ;; *) rest= ;; esac
    done
    ways=$(ls -ldn "$@" 2>/dev/null) from=
    while read -r perms count owner rest && [ $# -gt 0 ]; do
        if [ -O "$1" ]; then owner=0; fi
        perms=${perms%[.+@]}
        [ -z "$other" ] || [ "$other" = "$owner" ] || [ -O "$1" ] ||
            fail "the path leads from $from, which belongs to $(named passwd "$other"), to $1, which belongs to $(named passwd "$owner") and may have been moved there: run the task as one of them (Become)"
        other=; [ "$owner" = 0 ] || other=$owner theirs=yes from=$1
        case $perms in ????????w[tT]) open=yes ;; *) open= ;; esac
        case $perms in ?????w*[!tT] | ????????w[!tT]) theirs=yes ;; ?????w* | ????????w*) [ $# -gt 1 ] || theirs=yes ;; esac
        shift
    done <<WAYS
$ways
WAYS
    [ $# = 0 ] || fail "the directory $1 cannot be checked"
}
