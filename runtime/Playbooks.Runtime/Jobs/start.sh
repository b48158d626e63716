# Starts a job, or finds it started: answers "started SECONDS USER" and its directory, or says why not.
# It knows $id and $base from the lines before this one.

valid "$id" || exit 64

# A job that starts another is not its parent in any sense.
unset PLAYBOOKS_JOB

# Neither the supervisor nor the task's script is in any argument: both come by here-documents.
launch() {
    { exec $detach sh -s "playbooks-job:$id" "$dir"; } <<'@supervisor-end@' 3<<'@task-end@' &
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
    answer=$(launch 2>&1)
else
    answer=$why
fi

case $answer in
claimed)
    look
    answer="started ${started:-$(date +%s)}"
    ;;
esac
case $answer in
"started "*) cat <<ANSWER ;;
$answer $(id -un)
$dir
ANSWER
*) cat <<ANSWER ;;
refused
$answer
ANSWER
esac
