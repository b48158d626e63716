# Functions that go to a directory without following what others may have put on the way. They need those of stat.sh.
# shellcheck disable=SC2046,SC2164 # What is split are words, and -f is set; whoever calls "way" hears of its failure.
owned() {
    set -- "$1" "$2" $(ls -ldn "$1")
    [ "$5" = 0 ] || [ "$5" = "$(id -u)" ] || fail "the link $1$2 belongs to $(named passwd "$5"), and another user's links are not followed: name what it leads to, or let that user do it (Become)"
}
follow() {
    t=$1 hops=$2
    case $t in /proc/*) return ;; esac
    while [ -L "$t" ] && [ "$hops" -gt 0 ]; do
        hops=$((hops - 1)); owned "$t" ""
        l=$(readlink "$t" && echo .) && [ "$hops" -gt 0 ] || fail "the link $t cannot be followed"
        l=${l%??}
        case $l in /*) t=$l ;; *) t=${t%/*}/$l ;; esac
    done
}
way() {
    asked=$1 rest=${1#/} q= hops=0 other= theirs= open=
    case $1/ in /proc/*) CDPATH= cd -P "$1" 2>/dev/null; return ;; esac
    while [ "$rest" ]; do
        c=${rest%%/*}
        case $rest in */*) rest=${rest#*/} ;; *) rest= ;; esac
        case $c in
        '' | .) ;;
        ..) q=${q%/*} ;;
        *)
            if [ -L "$q/$c" ]; then
                hops=$((hops + 1)); [ "$hops" -le 40 ] || fail "too many links are on the way to $asked"
                owned "$q/$c" " on the way"
                l=$(readlink "$q/$c" && echo .) || return 1
                l=${l%??}
                case $l in /*) q= rest=${l#/}${rest:+/$rest} ;; *) rest=$l${rest:+/$rest} ;; esac
            else q=$q/$c
            fi ;;
        esac
    done
    CDPATH= cd -P "${q:-/}" 2>/dev/null || return 1
    [ "$PWD" = "${q:-/}" ] || fail "the way to $asked was changed meanwhile; nothing was done"
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
            fail "the way leads from $from, which belongs to $(named passwd "$other"), to $1, which belongs to $(named passwd "$owner"), and may have been put there: let that user do it (Become)"
        other=; [ "$owner" = 0 ] || other=$owner theirs=yes from=$1
        case $perms in ????????w[tT]) open=yes ;; *) open= ;; esac
        case $perms in ?????w*[!tT] | ????????w[!tT]) theirs=yes ;; ?????w* | ????????w*) [ $# -gt 1 ] || theirs=yes ;; esac
        shift
    done <<WAYS
$ways
WAYS
    [ $# = 0 ] || fail "the directory $1 cannot be looked at"
}
