# Prints where a job of this user outlives the login, in three lines: a word, the user's number and the slice of the login session;
# the user's name; the name of the session's user. An unknown value is "-". $tried means that systemd could not create a scope.
#
#   system  in a scope of the system's systemd, which root may request
#   user    in a scope of the user's systemd, which stays because lingering is enabled
#   ended   nowhere: logind ends the processes of the session
#   here    where the job is started: as far as is known, nothing ends it there
exec 2>/dev/null
export LC_ALL=C
place=here uid=- slice=- name=- owner=- escaped=

# Sets $escaped to name $1 as systemd writes it in file names and answers.
escape() {
    escaped=$1
    case $1 in
    *[!A-Za-z0-9._@-]*)
        escaped=$(printf %s "$1" | od -A n -v -t o1 | while read -r bytes; do
            for byte in $bytes; do
                case $byte in
                042 | 047 | 134) printf %b "\\0134\\0$byte" ;;
                0[0-3]? | 177 | [23]??) printf %s "\\$byte" ;;
                *) printf %b "\\0$byte" ;;
                esac
            done
        done)
        ;;
    esac
}

# Sets $slice to the slice of the session in which this runs, if any, and $number to its user. A desktop's programs are not in its session.
find_session() {
    while IFS= read -r line; do
        case $line in
        */user-[0-9]*.slice/session-* | */user-[0-9]*.slice/user@*)
            number=${line#*/user-} number=${number%%.slice/*}
            slice=user-$number.slice
            return
            ;;
        esac
    done </proc/self/cgroup
}

# Succeeds if logind ends the processes of a session of user $number. logind itself is asked: its files may be newer than its process.
is_ended() {
    [ "$slice" != - ] || return
    answer=$(busctl get-property org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager KillUserProcesses KillOnlyUsers KillExcludeUsers)
    {
        read -r all
        read -r only
        read -r except
    } <<ANSWER
$answer
ANSWER
    owner=$name
    if [ "$number" != "$uid" ]; then
        owner=$(loginctl show-user "$number" --property=Name)
        owner=${owner#Name=}
        escape "$owner"
    fi
    case $except in
    "as 0") [ "$number" != 0 ] || return ;;
    *" \"$escaped\""*) return 1 ;;
    esac
    case $only in
    *" \"$escaped\""*) ;;
    "as 0") [ "$all" = "b true" ] ;;
    *) return 1 ;;
    esac
}

if [ -d /run/systemd/system ]; then
    uid=$(id -u) name=$(id -un)
    find_session
    escape "$name"
    gives=
    [ -n "$tried" ] || ! command -v systemd-run >/dev/null || gives=yes
    if [ -n "$gives" ] && [ "$uid" = 0 ]; then
        place=system
    elif [ -n "$gives" ] && [ -e "/var/lib/systemd/linger/$escaped" ]; then
        place=user
    elif is_ended; then
        place=ended
    fi
fi
printf '%s\n' "$place $uid $slice" "$name" "$owner"
