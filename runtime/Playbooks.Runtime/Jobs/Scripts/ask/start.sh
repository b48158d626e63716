# Starts a job, or finds that it was started, or finds another job that runs under its key. Prints "started" or "attached", the second in
# which it began, its limit, its grace, the user and its directory; or "refused", one word for the missing thing, and the reason. The lines
# before this one set $id, $base, $limit, $grace, $key, and $scope: the systemd that is to create a scope for the job (of the system, of the
# user, or none).

valid "$id" || exit 64
case $key in *[!A-Za-z0-9._-]*) exit 64 ;; esac

# Replaces itself by a command, in a scope if one is wanted. The variables that systemd-run needs or adds are not passed to the task.
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

# Becomes the supervisor. Neither the supervisor nor the task's script is in an argument: both come from here-documents.
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

# Background processes of a shell ignore INT and QUIT, and so do their children. So this waits for the supervisor as for
# any command, and the supervisor ends this process after its answer if it can identify it, by number and start.
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

# The tools that the supervisor requires.
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
    # A job that was started before is only found again.
    [ ! -d "$dir" ] || scope=
    # A shell may report that a process for which it waited was ended.
    { said=$(launch 2>&1); } 2>/dev/null
    # The text before the answer consists of the shell's warnings.
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
