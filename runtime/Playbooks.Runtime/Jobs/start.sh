# Starts a job, or finds it started, or finds another that runs under its key. Answers "started" or "attached", the second it
# began, its limit, its grace, the user and its directory; or says why not. It knows $id, $base, $limit, $grace, $key
# and $environment (what was exported before) from the lines before this one.

valid "$id" || exit 64
case $key in *[!A-Za-z0-9._-]*) exit 64 ;; esac

# Sets $scope to what runs a command in a scope of its own, where systemd gives one that outlives the session. A user's scopes
# end with the last session of the user, unless the user lingers.
into_scope() {
    scope=
    [ -d /run/systemd/system ] && command -v systemd-run >/dev/null || return 0
    scope='systemd-run --scope --quiet --collect --no-ask-password --property=Delegate=yes --description=Playbooks --'
    if [ "$(id -u)" != 0 ]; then
        scope=${scope%--}'--user --'
        [ -e "/var/lib/systemd/linger/$(id -un)" ] || scope=
        : "${XDG_RUNTIME_DIR:=/run/user/$(id -u)}"
        export XDG_RUNTIME_DIR
    fi
}

# Neither the supervisor nor the task's script is in any argument: both come by here-documents.
launch() {
    {
        set -- $scope $detach sh -s "playbooks-job:$id" "$dir"
        eval "$environment"
        exec "$@"
    } <<'@supervisor-end@' 3<<'@task-end@' &
@supervisor@
@supervisor-end@
@task@
@task-end@
}

if why=$( (umask 077 && mkdir -p "$base" && cd "$base") 2>&1); then
    dir=$(cd "$base" && pwd -P)/$id
    if command -v setsid >/dev/null; then
        detach=setsid
    else
        detach=
        trap '' HUP
    fi
    into_scope
    said=$(launch 2>&1)
    case $scope:$said in
    :* | *playbooks:*) ;;
    *)
        # There was no scope to be had, and nothing has begun.
        scope=
        said=$(launch 2>&1)
        ;;
    esac
    # What comes before are warnings of the shell.
    answer=${said##*playbooks:}
else
    answer=$why
fi

case $answer in
claimed*)
    look
    grace=${its_grace:-$grace}
    answer="started ${started:-$(date +%s)}"
    ;;
"attached "*)
    id=${answer#* }
    id=${id%%[!A-Za-z0-9._-]*}
    dir=${dir%/*}/$id
    read_status
    grace=${its_grace:-$grace}
    answer="attached ${started:-$(date +%s)}"
    ;;
"started "*)
    started=${answer#started }
    answer="started ${started%%[!0-9]*}"
    ;;
esac
case $answer in
"started "* | "attached "*) cat <<ANSWER ;;
$answer ${limit:-0} $grace $(id -un)
$dir
ANSWER
*) cat <<ANSWER ;;
refused
${answer#refused }
ANSWER
esac
