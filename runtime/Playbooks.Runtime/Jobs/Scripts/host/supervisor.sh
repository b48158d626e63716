# The supervisor of one job: $2 is its directory, descriptor 3 is the task's script, and standard output goes to the starting script.
# The lines before this one set $id, $limit and $grace (whole seconds), $key (the job's name, if it has one), $keep (how many seconds
# its output may be kept, if this is limited), $when (a script, if there is one: success means that the task need not run, exit
# status 3 that it must) and $about (more of the status).

# Descriptors that the session had open stay open only until the answer.
exec </dev/null 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
starter=${PLAYBOOKS_STARTER-} level=${PLAYBOOKS_STARTER##*:}
unset -v PLAYBOOKS_STARTER
mask=$(umask)
umask 077
dir=$2
base=${dir%/*}

# Answers the starting script, in words that stand out from a shell's own output.
answer() {
    echo "playbooks:$1"
    exit
}

# The first step: only one process can create the directory.
if ! why=$(mkdir "$dir" 2>&1); then
    [ ! -d "$dir" ] || answer claimed
    answer "room $why"
fi

give_up() {
    rm -rf "$dir"
    answer "$1"
}

# The second step: from here on, processes that wait at the FIFO notice the supervisor's end.
why=$(mkfifo "$dir/alive" "$dir/timer" 2>&1) || give_up "room $why"
exec 9<>"$dir/alive"

# The sleep of the limit holds one end of this FIFO, and the watchdog reads from the other.
exec 8<>"$dir/timer"
exec 7<"$dir/timer"

birth "$$"
pid_born=$born

# Writes the status: $1 is the state, $2 contains further fields.
write_status() {
    cat >"$dir/status.new" <<STATUS && mv -f "$dir/status.new" "$dir/status.json"
{"id":"$id","state":"$1","started":$started,"limit":$limit,"pid":$$,"pidBorn":"$pid_born","machine":"$this_machine","host":"$this_host","boot":"${this_boot%.*}","init":"${this_boot##*.}",$2$about}
STATUS
}

begin() {
    cat <&3 >"$dir/script" && ln -s spare "$dir/spare" && : >"$dir/stdout" && : >"$dir/stderr" && write_status starting
}

# Sets $last to the highest number of the key's links.
last_of_key() {
    last=0
    for link in "$link_of_key."*; do
        # Other keys may begin with this key.
        case ${link#"$link_of_key."} in *[!0-9]*) continue ;; esac
        [ "${link##*.}" -le "$last" ] || last=${link##*.}
    done
}

# Sets $holder to the job that runs under the key, if any. Processes that a lost job left running are ended first.
find_holder() {
    last_of_key
    holder=$(
        id=$(readlink "$link_of_key.$last") && id=${id#job:} && dir=$base/$id && valid "$id" "$dir" || exit
        look
        case $state in
        starting | running) echo "$id" ;;
        lost)
            group=$(readlink "$dir/group")
            end_leftovers "$grace" >/dev/null
            ;;
        esac
    )
}

# Takes the key, or finds the job that has it. Links are numbered. Creating a link takes its number, and only one process can do that. (The
# link must not lead to the job's directory, or the next link would be created in it.) A link that comes late, to a number that other
# jobs have already passed, is removed.
take_key() {
    link_of_key=$base/.key.$key@${this_machine:-$this_boot}
    while find_holder; [ -z "$holder" ]; do
        number=$((last + 1))
        why=$(ln -s "job:$id" "$link_of_key.$number" 2>&1) || {
            [ -h "$link_of_key.$number" ] || give_up "room $why"
            continue
        }
        last_of_key
        [ "$last" -ne "$number" ] || break
        rm -f "$link_of_key.$number"
    done
    [ -z "$holder" ] || return 0
    # The result of the last job with this name can still be read; the results of earlier ones are removed.
    for link in "$link_of_key."*; do
        case ${link#"$link_of_key."} in *[!0-9]*) continue ;; esac
        [ "${link##*.}" -lt $((number - 1)) ] || continue
        old=$(readlink "$link") old=${old#job:}
        ! valid "$old" || rm -rf "${base:?}/$old"
        rm -f "$link"
    done
} 2>/dev/null

# Sets $group to a cgroup for the task, below the supervisor's cgroup, if it can be created. Processes that the task starts
# cannot leave it.
enclose() {
    group= within=
    while IFS=: read -r number controllers path; do
        [ "$number" != 0 ] || within=$path
    done </proc/self/cgroup
    while read -r device mount type rest; do
        [ "$type" != cgroup2 ] || [ -n "$group" ] || [ ! -w "$mount${within%/}/cgroup.procs" ] ||
            group=$mount${within%/}/playbooks-$id
    done </proc/self/mounts
    [ -n "$group" ] && mkdir "$group" && ln -s "$group" "$dir/group" || group=
} 2>/dev/null

# Removes the task's cgroup. Processes that the task left running move to the supervisor's cgroup.
release() {
    # shellcheck disable=SC2013 # A line is a word.
    for process in $(cat "$group/cgroup.procs"); do
        echo "$process" >"${group%/*}/cgroup.procs"
    done
    drop_group
} 2>/dev/null

# Sleeps until the limit. Its output is the only writable end of the timer.
timer() {
    exec 7<&- 9>&- >&8 8>&-
    PLAYBOOKS_TIMER=$id
    export PLAYBOOKS_TIMER
    exec sleep "$limit"
}

# Succeeds if the task's first process has ended, even if the supervisor has not noticed this yet.
task_ended() {
    [ -n "$child" ] && ! lives "$child" "$child_born"
}

# Sets $child and $child_born to the task's first process, which reports itself before it begins.
learn_child() {
    read -r child child_born <&7
}

# Enforces the limit. It wakes when the sleep is over or was ended: by the supervisor because the task ended, by a cancel, or by
# the task. The task can write into the job's directory. So only the clock, the end of the task's first process and
# a cancel end the watch, and a cancel gives a task no more time than its limit and its grace.
# The exit status is 3 if it ended the task at its limit, and 4 if it cancelled the task.
watchdog() {
    exec 8>&- 9>&-
    learn_child
    read -r nothing <&7
    clock
    while :; do
        verdict=$(readlink "$dir/verdict")
        case $verdict in cancelled-*) break ;; esac
        ! task_ended && [ "$now" -lt "$ends" ] && [ -r /proc/uptime ] || break
        sleep 1
        clock
    done
    pid=$$
    if task_ended; then
        # The supervisor reports this end: it has noticed it, or will notice it.
        case $verdict in exited-*) return ;; esac
        ! alive || return 0
    fi
    case $verdict in
    cancelled-*) ;;
    # Without its supervisor a job is lost, and must not get a different end after it was reported as lost.
    *) if alive; then claim timedout; else claim "lost-killed-$(date +%s)"; fi ;;
    esac
    # A task that has not reported itself yet does not begin when it finds a verdict.
    [ -n "$child" ] || learn_child
    rest=$grace ended=3
    case $verdict in
    cancelled-*)
        most=$(((ends - now) / 100 + grace)) rest=${verdict#cancelled-} ended=4
        case $rest in '' | *[!0-9]* | ?????????*) rest=$most ;; esac
        [ "$rest" -le "$most" ] || rest=$most
        ;;
    esac
    end_tree "${rest}00"
    case $verdict in
    lost-*) [ -z "$keep" ] || rm -f "$dir/script" "$dir/stdout" "$dir/stderr" ;;
    esac
    return "$ended"
}

# Writes the one final state. The watchdog, which ended with $1, and the task's own end decide it; a verdict counts only for a cancel, because the
# task's own end may have been first.
finish() {
    clock
    name_duration $((now - begun))
    signal=null timed_out=false state=failed
    # The watchdog was killed, and the task ran longer than its limit.
    [ "$1" -le 128 ] || [ "$now" -lt "$ends" ] || set -- 3
    case $1:$verdict in
    3:*) state=timedout rc=null timed_out=true ;;
    *:cancelled-*) state=cancelled rc=null ;;
    *)
        [ "$rc" -ne 0 ] || state=succeeded
        name_signal
        ;;
    esac
    write_status "$state" "\"finished\":$((started + (now - begun) / 100)),\"duration\":$duration,\"rc\":$rc,\"signal\":$signal,\"timedOut\":$timed_out,$skipped" ||
        # There was no room for this line, so perhaps none for the task's output.
        rm -f "$dir/spare"
}

boot
clock
begun=$now ends=$((now + limit * 100)) started=$(date +%s)
if ! why=$(begin 2>&1); then
    # Such files have a few kilobytes.
    size=$(ulimit -f)
    [ "$size" = unlimited ] || [ "$size" -ge 128 ] || give_up "size files are limited to $size blocks of 512 bytes: $why"
    give_up "room $why"
fi
if [ -n "$key" ]; then
    take_key
    [ -z "$holder" ] || give_up "attached $holder"
    clock
    begun=$now ends=$((now + limit * 100))
fi
enclose
echo "playbooks:started $started"
exec >/dev/null 2>&1 3<&-
starter=${starter%:*}
[ -z "$starter" ] || send KILL "${starter%:*}" "${starter#*:}"

timer &
sleeper=$!
birth "$sleeper"
sleeper_born=$born
watchdog &
watchdog=$!
exec 7<&- 8>&-

# The task has a session of its own, if the host has a tool for this, so that all of it can be ended. The supervisor waits for it as for any
# command: in the background, it would ignore signals. So the task's first process reports itself. It does not begin if the
# job already has a verdict, because it was unknown until then. The captured output says that the task was skipped; it is closed before the task begins.
detach=
! command -v setsid || detach=setsid
# bash would end itself by the INT that ends the captured command. The task does not inherit the trap: a subshell has none.
trap : INT
skipped=$(
    exec 6>&1 >"$dir/stdout" 2>"$dir/stderr"
    {
        birth self
        child=${stat%%" ("*}
        # Opened for reading and writing, so that it never blocks. (1<>FILE does not work: bash writes to the file that exec opened above.)
        echo "$child $born" 5<>"$dir/timer" >&5
        [ ! -h "$dir/verdict" ] || exit
        [ -z "$group" ] || echo 0 >"$group/cgroup.procs"
        write_status running "\"child\":$child,\"childBorn\":\"$born\","
        umask "$mask"
    } 2>/dev/null
    if [ -n "$when" ]; then
        (
            exec 6>&- 9>&-
            set -- "$when"
            give_back
            eval "$1"
        )
        case $? in
        0)
            echo '"skipped":true,' >&6
            exit 0
            ;;
        3) ;;
        *) exit 1 ;;
        esac
    fi
    # The task gets the user's environment, without this script's variables.
    case $level:$SHLVL in
    *[!0-9:]*) ;;
    [1-9]*:[1-9]*) SHLVL=$((2 * level - SHLVL)) ;;
    esac
    set -- "$id" $detach sh "$dir/script"
    give_back
    PLAYBOOKS_JOB=$1
    export PLAYBOOKS_JOB
    shift
    exec "$@" 6>&- 9>&-
)
rc=$?
trap - INT
# A death by a signal is 128 plus its number here; 256 in ksh, 384 in yash.
[ "$rc" -lt 384 ] || rc=$((rc - 256))
[ "$rc" -lt 256 ] || rc=$((rc - 128))
clock
claim "exited-$rc-$((now - begun))"
# KILL, because a shell that has just begun may treat TERM as its parent's and keep running (mksh).
send KILL "$sleeper" "$sleeper_born"
wait "$sleeper" "$watchdog"
finish "$?"
[ -z "$group" ] || release
if [ -n "$keep" ]; then
    # Waiting processes are notified, and have this long to read the output.
    exec 9>&-
    sleep "$keep"
    rm -f "$dir/script" "$dir/stdout" "$dir/stderr"
fi
