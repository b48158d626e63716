# What the scripts of a job share. They know it as $id, and its directory as $dir.
#
#   alive        a FIFO that the supervisor holds open for as long as it lives, and gives to no other process
#   timer        a FIFO that the sleep of the job's limit holds open
#   status.json  one line, replaced by rename; its numbers and words stand before what users wrote
#   verdict      a symbolic link to what ended the job: exited-RC-HUNDREDTHS, timedout, cancelled-GRACE or lost-REASON-SECONDS;
#                made by whoever is first, and then never changed
#   spare        a symbolic link that makes room for the verdict where there is none; it is gone where the disk was full at the end
#   group        a symbolic link to the cgroup that holds the task's processes, where there is one
#   script, stdout, stderr
#
# Beside the directories, .key.NAME@MACHINE.NUMBER are links that say job:ID of the jobs that had a name; the highest number is the last.

# What a user's environment has under these names is not meant.
group=

# Sets $this_machine and $this_boot to what tells this machine, and this boot of it, from others; and $this_host to its name, which
# may be another one tomorrow. Homes may be shared. Containers share the boot of their kernel: each has a first process of its own.
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

# Whether the job is another machine's: only that one can tell of it.
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

# Sets $value to field $1 where that is a number that shells can count with, and to nothing else.
number() {
    field "$1"
    case $value in *[!0-9]* | ??????????????*) value= ;; esac
}

# Sets $state and the other fields from the status that the supervisor has last written, as the task may write there, too.
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

# Whether the supervisor is there.
alive() {
    [ -n "$pid" ] && lives "$pid" "$pid_born"
}

# Sets $signal to the name of the signal that exit status $rc stands for, quoted, or to null.
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

# Sets $state and the other fields to what the verdict says; fails where there is none.
# It holds the whole end of the task: neither a full disk nor a supervisor that was killed can take that away.
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

# Sets $reason to why a job has no end, though its host has not been rebooted.
why_lost() {
    reason=killed
    echo probe >"$dir/probe" || reason=full
    rm -f "$dir/probe"
} 2>/dev/null

# Sets $state and the other fields, and $unfinished where a supervisor died before it had done all that follows the verdict.
# A job that has no end, and nobody who could give it one, is lost.
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

# Gives up the cgroup of a job whose processes are gone; $group is known where the directory is gone, too.
drop_group() {
    group=$(readlink "$dir/group" || echo "$group")
    [ -n "$group" ] || return 0
    rmdir "$group"/*
    rmdir "$group" && rm -f "$dir/group"
} 2>/dev/null

# Says what a look has found, in one short line.
report() {
    echo "$state ${started:--} ${rc:--} ${signal:--} ${duration:--} ${reason:--}"
}
