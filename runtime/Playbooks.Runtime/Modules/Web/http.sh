# Sends a request, and prints the tool with its exit status, the headers and the content of the answer. put_url, put_body, put_curl_config
# and put_wget_config print what their names say. $sends is set if there is a body, $checks if certificates are checked, $seconds is
# the time limit, and $demands names what the wget of BusyBox cannot do.
LC_ALL=C
export LC_ALL
umask 077

fail() {
    put "$1" >&2
    exit 1
}

# Prints $1. If printf is not a builtin, its arguments would be visible in the process list.
put() {
    # shellcheck disable=SC3045 # This is ksh's own print.
    if [ "${KSH_VERSION-}" ]; then print -rn -- "$1"; else printf %s "$1"; fi
}

limit() {
    if command -v timeout >/dev/null 2>&1; then timeout "$seconds" "$@"; else "$@"; fi
}

# Another user may have taken all names that can be guessed.
t=$(mktemp -d "${TMPDIR:-/tmp}/playbooks-http-XXXXXX" 2>/dev/null) || {
    t=${TMPDIR:-/tmp}/playbooks-http-$$ n=0
    until e=$(mkdir "$t" 2>&1); do
        n=$((n + 1)) t=${TMPDIR:-/tmp}/playbooks-http-$$-$n
        [ "$n" -lt 100 ] || fail "cannot create a temporary directory in ${TMPDIR:-/tmp}: $e"
    done
}
trap 'cd /; rm -rf "$t"' 0
trap 'exit 129' 1
trap 'exit 130' 2
trap 'exit 143' 15
cd "$t" || exit
: >headers
: >answer
[ -z "$sends" ] || put_body >body
if command -v curl >/dev/null 2>&1; then
    put_curl_config >config
    curl -q -K config
    tool="curl $?"
elif command -v wget >/dev/null 2>&1; then
    case $(wget --help 2>&1) in
    *BusyBox*)
        [ -z "$demands" ] || fail "the wget of BusyBox cannot $demands: install curl on the host"
        set -- -q -S
        [ "$checks" ] || set -- "$@" --no-check-certificate
        [ -z "$sends" ] || set -- "$@" --post-file body
        limit wget "$@" -O answer "$(put_url)" 2>headers
        tool="busybox $?"
        ;;
    *)
        put_wget_config >config
        put_url >url
        WGETRC=$t/config limit wget -nv -O answer -i url 2>headers
        tool="wget $?"
        ;;
    esac
else
    fail "the host has neither curl nor wget"
fi
echo "$tool"
cat headers
echo
echo .
cat answer
