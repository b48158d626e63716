# Prints the facts of a host: one line each, and a line that begins with a plus for each further line of a value.
# The shell does not multiply, because mksh counts in 32 bits.
LC_ALL=C; export LC_ALL
say() {
    [ "$2" ] || return 0
    k=$1; v=$2
    while case $v in *'
'*) ;; *) false ;; esac; do
        printf '%s=%s\n' "$k" "${v%%'
'*}"; k=+; v=${v#*'
'}
    done
    printf '%s=%s\n' "$k" "$v"
}
set -f
# shellcheck disable=SC2046 # These are words.
set -- $(uname -srm)
say system "$1"; say kernel "$2"; [ "$#" -lt 3 ] || shift 2; say architecture "$*"; say hostname "$(uname -n)"
for f in /etc/os-release /usr/lib/os-release; do
    if [ -r "$f" ]; then
        # shellcheck disable=SC1090 # It sets variables.
        (. "$f"; say distribution "${ID-}"; say version "${VERSION_ID-}"; say name "${PRETTY_NAME-}"; say like "${ID_LIKE-}") 2>/dev/null
        break
    fi
done
say processors "$(getconf _NPROCESSORS_ONLN 2>/dev/null || nproc 2>/dev/null || grep -c '^processor' /proc/cpuinfo 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null)"
if [ -r /proc/meminfo ]; then
    while read -r key value unit; do [ "$key" != MemTotal: ] || say kibibytes "$value"; done </proc/meminfo
else
    say bytes "$(sysctl -n hw.memsize 2>/dev/null || sysctl -n hw.physmem 2>/dev/null)"
fi
if [ -r /proc/uptime ]; then read -r up rest </proc/uptime; say uptime "$up"; fi
say user "$(id -un 2>/dev/null)"; say uid "$(id -u)"; say home "$HOME"
for tool in apt-get dnf yum zypper apk pacman opkg pkg brew; do
    if command -v "$tool" >/dev/null 2>&1; then say packages "${tool%-get}"; break; fi
done
if [ -d /run/systemd/system ]; then say services systemd
elif [ -d /run/openrc ]; then say services openrc
elif [ -r /proc/1/comm ]; then read -r init </proc/1/comm; say services "$init"
fi
PATH=$PATH:/usr/sbin:/sbin
if addresses=$(ip -o addr show scope global 2>/dev/null); then
    printf '%s\n' "$addresses" | while read -r number device family address rest; do say address "${address%%/*}"; done
    # shellcheck disable=SC2046 # These are words.
    set -- $(ip -o route get 192.0.2.1 2>/dev/null || ip -o route get 2001:db8::1 2>/dev/null)
    while [ "$#" -gt 1 ]; do
        if [ "$1" = src ]; then say default "$2"; break; fi
        shift
    done
else
    ifconfig 2>/dev/null | while read -r family address rest; do
        case $family in inet | inet6) address=${address#addr:}; address=${address%%/*}; address=${address%%%*} ;; *) continue ;; esac
        case $address in 127.* | ::1 | fe80:* | '') ;; *) say address "$address" ;; esac
    done
fi
exit 0
