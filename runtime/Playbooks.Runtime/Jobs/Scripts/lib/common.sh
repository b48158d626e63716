# What the scripts of a job share. $id is the job's id, $dir its directory, which contains:
#
#   alive        a FIFO that the supervisor holds open as long as it lives, and passes to no other process
#   timer        a FIFO that the sleep of the job's limit holds open
#   status.json  one line, replaced by rename; its own numbers and words come before the texts of users
#   verdict      a symbolic link that names the cause of the end: exited-RC-HUNDREDTHS, timedout, cancelled-GRACE or lost-REASON-SECONDS;
#                the first process creates it, and it never changes
#   spare        a symbolic link that makes room for the verdict on a full disk; it is gone if the disk was full at the end
#   group        a symbolic link to the cgroup of the task's processes, if there is one
#   script, stdout, stderr
#
# Beside the directories, links .key.NAME@MACHINE.NUMBER contain job:ID of the jobs with this name; the highest number is the last job.

# Variables of these names in the user's environment are ignored.
group=

# Sets $this_machine and $this_boot to ids of this machine and of its current boot, and $this_host to its name, which
# may change. Several machines may share a home. Containers share the boot of their kernel, but each has its own first process.
boot() {
    this_machine= this_boot= this_host= born=
    read -r this_machine </etc/machine-id
    case $this_machine in *[!0-9a-f]*) this_machine= ;; esac
    read -r this_host </proc/sys/kernel/hostname || this_host=$(uname -n)
    case $this_host in *[!A-Za-z0-9._-]*) this_host= ;; esac
    read -r this_boot </proc/sys/kernel/random/boot_id ||
        this_boot=$(sysctl -n kern.boottime | tr -cd 0-9)
    [ ! -r /proc/1/stat ] || birth 1
    this_boot=$this_boot.$born
} 2>/dev/null

# Succeeds if the job belongs to another machine: only that machine knows its state.
elsewhere() {
    if [ -n "$its_machine" ] && [ -n "$this_machine" ]; then
        [ "$its_machine" != "$this_machine" ]
    else
        [ -n "$its_host" ] && [ "$its_host" != "$this_host" ] && [ "$boot" != "$this_boot" ]
    fi
}

# Sets $value to a field of $status.
field() {
    value=
    # shellcheck disable=SC2295 # Names have no characters of patterns.
    case $status in
    *\"$1\":*) value=${status#*\"$1\":} value=${value%%,*} value=${value#\"} value=${value%\"} ;;
    esac
}

# Sets $value to field $1 if it is a number that shells can calculate with; otherwise to nothing.
number() {
    field "$1"
    case $value in *[!0-9]* | ??????????????*) value= ;; esac
}

# Sets $state and the other fields from the last status that the supervisor wrote: the task can write to the file, too.
read_status() {
    status=
    [ ! -f "$dir/status.json" ] || read -r status <"$dir/status.json"
    field id; stated_id=$value
    field state; state=${value:-starting}
    number started; started=$value
    number limit; limit=$value
    number pid; pid=$value
    field pidBorn; pid_born=$value
    number child; child=$value
    field childBorn; child_born=$value
    field machine; its_machine=$value
    field host; its_host=$value
    number grace; its_grace=$value
    field noLog; no_log=$value
    field boot; boot=$value
    field init; boot=$boot.$value
    number finished; finished=$value
    number rc; rc=$value
    field signal; signal=$value
    field duration; duration=$value
    case $duration in *[!0-9.]* | .*) duration= ;; esac
    field skipped; [ "$value" != true ] || reason=skipped
}

# Succeeds if the supervisor is alive.
alive() {
    [ -n "$pid" ] && lives "$pid" "$pid_born"
}

# Sets $signal to the quoted name of the signal of exit status $rc, or to null.
name_signal() {
    signal=null
    [ "$rc" -gt 128 ] || return 0
    signal=$(kill -l $((rc - 128)))
    case $signal in '' | *[!A-Z0-9+-]* | [0-9]*) signal=null ;; *) signal=\"${signal#SIG}\" ;; esac
} 2>/dev/null

# Sets $duration to $1 hundredths of a second, in seconds.
name_duration() {
    fraction=$(($1 % 100))
    [ "$fraction" -ge 10 ] || fraction=0$fraction
    duration=$(($1 / 100)).$fraction
}

# Sets $state and the other fields from the verdict; fails if there is none.
# The verdict contains the whole end of the task: neither a full disk nor a killed supervisor can lose it.
read_verdict() {
    verdict=$(readlink "$dir/verdict") 2>/dev/null
    case $verdict in exited-*[!0-9-]* | lost-*-*[!0-9]*) return 1 ;; esac
    case $verdict in
    exited-*)
        rc=${verdict#exited-} rc=${rc%-*}
        name_duration "${verdict##*-}"
        name_signal
        signal=${signal#\"} signal=${signal%\"}
        state=failed
        [ "$rc" -ne 0 ] || state=succeeded
        ;;
    timedout) state=timedout duration=$limit ;;
    cancelled-*) state=cancelled ;;
    lost-*)
        state=lost
        finished=${verdict##*-}
        reason=${verdict#lost-} reason=${reason%-*}
        ;;
    *) return 1 ;;
    esac
}

# Sets $reason to the cause why a job has no end, although its host was not rebooted.
why_lost() {
    reason=killed
    echo probe >"$dir/probe" || reason=full
    rm -f "$dir/probe"
} 2>/dev/null

# Sets $state and the other fields, and $unfinished if a supervisor died before it had done everything that follows the verdict.
# A job is lost if it has no end and no process that could write one.
look() {
    looks=0 reason= unfinished=
    boot
    while read_status; do
        case $state in succeeded | failed | timedout | cancelled) return ;; esac
        if [ ! -d "$dir" ]; then
            state=lost reason=deleted
        elif alive; then
            return
        elif read_status; case $state in starting | running) ;; *) return ;; esac; read_verdict; then
            unfinished=yes
            return
        elif elsewhere; then
            return
        elif [ -n "$status" ] && [ "$boot" != "$this_boot" ]; then
            state=lost reason=rebooted
        elif [ "$looks" -ge 20 ]; then
            state=lost
            why_lost
        fi
        if [ "$state" = lost ]; then
            [ "$no_log" != true ] || rm -f "$dir/script" "$dir/stdout" "$dir/stderr"
            return
        fi
        looks=$((looks + 1))
        pause
    done
}

# Removes the cgroup of a job whose processes are gone; $group is known even if the directory is gone, too.
drop_group() {
    group=$(readlink "$dir/group" || echo "$group")
    [ -n "$group" ] || return 0
    rmdir "$group"/*
    rmdir "$group" && rm -f "$dir/group"
} 2>/dev/null

# Prints the result of a check, in one short line.
report() {
    echo "$state ${started:--} ${rc:--} ${signal:--} ${duration:--} ${reason:--}"
}
