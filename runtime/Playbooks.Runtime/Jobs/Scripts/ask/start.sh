# Starts a job, or finds it started, or finds another that runs under its key. Answers "started" or "attached", the second it
# began, its limit, its grace, the user and its directory; or says "refused", what is missing in one word, and why. It knows $id,
# $base, $limit, $grace and $key from the lines before this one, and as $scope whose systemd is to give the job a scope of its own: that of the
# system, that of the user, or nobody's.

valid "$id" || exit 64
case $key in *[!A-Za-z0-9._-]*) exit 64 ;; esac

# Becomes a command, in a scope where there is to be one. What systemd-run needs in the environment, and what it adds to it, is not the task's.
enter() {
    [ -n "$PLAYBOOKS_SCOPE" ] || exec "$@"
    case ${INVOCATION_ID+set} in
    set) set -- env "INVOCATION_ID=$INVOCATION_ID" "$@" ;;
    *) set -- env -u INVOCATION_ID "$@" ;;
    esac
    if [ "$PLAYBOOKS_SCOPE" = user ]; then
        case ${XDG_RUNTIME_DIR+set} in
        set) set -- env "XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR" "$@" ;;
        *) set -- env -u XDG_RUNTIME_DIR "$@" ;;
        esac
        XDG_RUNTIME_DIR=/run/user/$(id -u)
        export XDG_RUNTIME_DIR
    fi
    exec systemd-run "--$PLAYBOOKS_SCOPE" --scope --quiet --collect --no-ask-password --property=Delegate=yes --description=Playbooks -- "$@"
}

# Becomes the supervisor. Neither that nor the task's script is in any argument: both come by here-documents.
become_supervisor() {
    (
        set -- "$id" $detach sh -s "playbooks-job:$id" "$dir"
        PLAYBOOKS_STARTER=$starter
        PLAYBOOKS_SCOPE=$scope
        give_back
        PLAYBOOKS_SUPERVISOR=$1
        export PLAYBOOKS_STARTER PLAYBOOKS_SUPERVISOR
        shift
        enter "$@"
    ) <<'@supervisor-end@' 3<<'@task-end@'
@supervisor@
@supervisor-end@
@task@
@task-end@
}

# What a shell starts in the background ignores INT and QUIT, and so does all that comes of it. This waits for the supervisor as for
# any command instead, and the supervisor ends this when it has answered, where it can tell it from others: by number and start.
launch() {
    birth self
    starter=
    if [ -n "$born" ]; then
        # shellcheck disable=SC3028 # It is passed on as it is, where the shell has it.
        starter=${stat%%" ("*}:$born:${SHLVL-}
        become_supervisor
    else
        become_supervisor &
    fi
    :
}

# What the supervisor cannot do without.
missing=
for tool in cat date id ln mkdir mkfifo mv readlink rm sleep; do
    command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
done
if [ -n "$missing" ]; then
    echo "refused tools"
    echo "there is no${missing} in PATH=$PATH"
    exit
fi

make=yes
if enter_base; then
    dir=$base/$id
    if command -v setsid >/dev/null; then
        detach=setsid
    else
        detach=
        trap '' HUP
    fi
    # What has been started before is only found again.
    [ ! -d "$dir" ] || scope=
    # A shell may say that somebody has ended what it waited for.
    { said=$(launch 2>&1); } 2>/dev/null
    # What comes before are warnings of the shell.
    case $scope:$said in
    *playbooks:*) answer=${said##*playbooks:} ;;
    :*) answer="unknown $said" ;;
    *) answer="scope $said" ;;
    esac
else
    answer="${room:-place} $why"
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
refused ${answer%% *}
${answer#* }
ANSWER
esac
