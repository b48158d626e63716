# Functions that enter a directory without following what others may have put on the way. They need those of saying.sh.
# shellcheck disable=SC2046,SC2164 # What is split are words, and -f is set; whoever calls "enter" hears of its failure.
owned() {
    set -- "$1" "$2" $(ls -ldn "$1")
    [ "$5" = 0 ] || [ "$5" = "$(id -u)" ] ||
        fail "the link $2 belongs to $(named passwd "$5"), and links of other users are not followed: name its target, or run the task as that user (Become)"
}
enter() {
    asked=$1 rest=${1#/} q= hops=0
    while [ "$rest" ]; do
        [ "$q" != /proc ] || { q=$q/$rest; break; }
        c=${rest%%/*}
        case $rest in */*) rest=${rest#*/} ;; *) rest= ;; esac
        case $c in
        '' | .) ;;
        ..) [ -d "$q/" ] || return 1; q=${q%/*} ;;
        *)
            if [ -L "$q/$c" ]; then
                hops=$((hops + 1)); [ "$hops" -le 40 ] || fail "the path $asked contains too many links"
                owned "$q/$c" "$q/$c in the path"
                l=$(readlink "$q/$c" && echo .) || return 1
                l=${l%??}
                case $l in /*) q= rest=${l#/}${rest:+/$rest} ;; *) rest=$l${rest:+/$rest} ;; esac
            else q=$q/$c
            fi ;;
        esac
    done
    CDPATH= cd -P "${q:-/}" 2>/dev/null || return 1
    case $q in /proc/*) ;; *) [ "$PWD" = "${q:-/}" ] || fail "the path to $asked changed in the meantime; nothing was done" ;; esac
}
