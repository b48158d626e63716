# The supervisor of one job: $2 is its directory, descriptor 3 the task's script, standard output whoever starts it.
# It knows $id, $limit and $grace (whole seconds), $key (the job's name, if it has one), $keep (for how many seconds its
# output may be kept, if that is bounded), $when (a script whose success says that the task need not run, and whose exit
# status 3 says that it must, if there is one) and $about (more of the status) from the lines before this one.

# Whatever the session had open stays open no longer than the answer.
exec </dev/null 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
starter=${PLAYBOOKS_STARTER-} level=${PLAYBOOKS_STARTER##*:}
unset -v PLAYBOOKS_STARTER
mask=$(umask)
umask 077
dir=$2
base=${dir%/*}

# Tells whoever starts it, in words that no noise of a shell can hide.
answer() {
    echo "playbooks:$1"
    exit
}

# The first act: only one can make the directory.
if ! why=$(mkdir "$dir" 2>&1); then
    [ ! -d "$dir" ] || answer claimed
    answer "room $why"
fi

give_up() {
    rm -rf "$dir"
    answer "$1"
}

# The second act: from here on its death is seen by whoever waits at the FIFO.
why=$(mkfifo "$dir/alive" "$dir/timer" 2>&1) || give_up "room $why"
exec 9<>"$dir/alive"

# The sleep of the limit holds one end of this, and the watchdog reads at the other.
exec 8<>"$dir/timer"
exec 7<"$dir/timer"

birth "$$"
pid_born=$born

# Writes the status: $1 is the state, $2 further fields.
write_status() {
    cat >"$dir/status.new" <<STATUS && mv -f "$dir/status.new" "$dir/status.json"
{"id":"$id","state":"$1","started":$started,"limit":$limit,"pid":$$,"pidBorn":"$pid_born","machine":"$this_machine","host":"$this_host","boot":"${this_boot%.*}","init":"${this_boot##*.}",$2$about}
STATUS
}

begin() {
    cat <&3 >"$dir/script" && ln -s spare "$dir/spare" && : >"$dir/stdout" && : >"$dir/stderr" && write_status starting
}

# Sets $last to the highest number of a link of the key's.
last_of_key() {
    last=0
    for link in "$link_of_key."*; do
        # Other keys may go on where this one ends.
        case ${link#"$link_of_key."} in *[!0-9]*) continue ;; esac
        [ "${link##*.}" -le "$last" ] || last=${link##*.}
    done
}

# Sets $holder to the job that runs under the key, if one does. What a lost one has left is ended first.
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

# Takes the key, or finds who has it. Links are numbered, and a number is taken by making its link, which only one can do. (It
# must not lead to the job's directory: the next would be made in there.) A link that comes late, to a number that others have
# long gone past, is taken back.
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
    # What the last job of this name gave can still be asked for; what those before it gave, no longer.
    for link in "$link_of_key."*; do
        case ${link#"$link_of_key."} in *[!0-9]*) continue ;; esac
        [ "${link##*.}" -lt $((number - 1)) ] || continue
        old=$(readlink "$link") old=${old#job:}
        ! valid "$old" || rm -rf "${base:?}/$old"
        rm -f "$link"
    done
} 2>/dev/null

# Sets $group to a cgroup of the task's own, below the one that this runs in, where it may be made: nothing that the task
# starts can leave it.
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

# Gives the task's cgroup up. What the task has left running goes where this runs.
release() {
    # shellcheck disable=SC2013 # A line is a word.
    for process in $(cat "$group/cgroup.procs"); do
        echo "$process" >"${group%/*}/cgroup.procs"
    done
    drop_group
} 2>/dev/null

# Sleeps for as long as the limit is. Its output is the only end of the timer that can be written to.
timer() {
    exec 7<&- 9>&- >&8 8>&-
    PLAYBOOKS_TIMER=$id
    export PLAYBOOKS_TIMER
    exec sleep "$limit"
}

# Whether the task's first process has ended, though the supervisor may not have heard of it yet.
task_ended() {
    [ -n "$child" ] && ! lives "$child" "$child_born"
}

# Sets $child and $child_born to the task's first process, which says so itself before it begins.
learn_child() {
    read -r child child_born <&7
}

# Keeps the limit. It wakes when the sleep is over, or was ended: by the supervisor, as the task has ended, by whoever cancels the job, or by
# the task. What is in the job's directory may be the task's own words. So only the clock, the end of the task's first process and
# a cancel end the watch, and a cancel gives a task no more time than its limit and its grace.
# Ends with 3 where it has ended the task at its limit, and with 4 where it has cancelled it.
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
        # The end is the supervisor's to tell, which has heard of it, or will.
        case $verdict in exited-*) return ;; esac
        ! alive || return 0
    fi
    case $verdict in
    cancelled-*) ;;
    # Without its supervisor a job is lost, and whoever has been told so must not hear another end.
    *) if alive; then claim timedout; else claim "lost-killed-$(date +%s)"; fi ;;
    esac
    # A task that has not said so before does not begin when it finds a verdict.
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

# Writes the one final state. It is what the watchdog, which ended with $1, and the task's own end say; a verdict counts for a cancel alone, which the
# task's own end may have outrun.
finish() {
    clock
    name_duration $((now - begun))
    signal=null timed_out=false state=failed
    # Somebody has killed the watchdog, and the task has outlived its limit.
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
        # There was no room for this, so perhaps none for what the task has printed.
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

# The task has a session of its own, where the host has the means, so that it can be ended whole. It is waited for as any command is:
# in the background it would ignore signals. So it is the task's first process that tells of itself; it does not begin where
# the job has a verdict already, as nobody may have heard of it before. What is captured says that it was skipped: that is shut before it begins.
detach=
! command -v setsid || detach=setsid
# bash would end itself by the INT that ends what it captures. The trap is not the task's: a subshell has none.
trap : INT
skipped=$(
    exec 6>&1 >"$dir/stdout" 2>"$dir/stderr"
    {
        birth self
        child=${stat%%" ("*}
        # Opened both ways, so that it never blocks. (1<>FILE is no way: bash writes to what the exec above has opened.)
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
    # The task's environment is the user's: none of this script's variables.
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
# A death by signal is 128 and its number here; for ksh 256, for yash 384.
[ "$rc" -lt 384 ] || rc=$((rc - 256))
[ "$rc" -lt 256 ] || rc=$((rc - 128))
clock
claim "exited-$rc-$((now - begun))"
# KILL, as a shell that has just begun may take TERM for its parent's, and go on (mksh).
send KILL "$sleeper" "$sleeper_born"
wait "$sleeper" "$watchdog"
finish "$?"
[ -z "$group" ] || release
if [ -n "$keep" ]; then
    # Whoever waits is told, and has this long to read what was printed.
    exec 9>&-
    sleep "$keep"
    rm -f "$dir/script" "$dir/stdout" "$dir/stderr"
fi
