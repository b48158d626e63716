using System.Globalization;

namespace Playbooks.Connections.Shells;

/// <summary>Ends what runs below a shell: TERM, a grace, KILL. The shell itself goes on.</summary>
internal static class KillTree
{
    /// <summary>How long a script that was cancelled may take to end by itself.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>The same for a script at its limit, which is kept within a second.</summary>
    internal static readonly TimeSpan ShortGrace = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan LooksFor = TimeSpan.FromSeconds(3);

    /// <summary>The script that does it, for another shell of the same user. Needs no program but <c>sleep</c> where there is /proc, else <c>ps</c>.</summary>
    /// <param name="shell">The shell's process id.</param>
    /// <param name="age">How long it has been there at least: what is younger has the id of a shell that is gone.</param>
    /// <param name="grace">The time between TERM and KILL, in hundredths of a second; whole seconds where a host has no /proc.</param>
    internal static ShellScript Script(int shell, TimeSpan age, TimeSpan grace) => new(
        $$"""
        root={{shell.ToString(CultureInfo.InvariantCulture)}} age={{((int)age.TotalSeconds).ToString(CultureInfo.InvariantCulture)}}
        # Sets born to when process $1 began, and parent: number and birth together name a process for good. There may be anything in
        # the name of a process: what follows its last parenthesis are numbers.
        birth() {
          born= parent= stat=
          if [ -r /proc/self/stat ]; then
            while IFS= read -r line; do stat=$stat$line; done <"/proc/$1/stat"
            set -- ${stat##*)}
            case $1 in [!ZX]*) parent=$2 born=${20} ;; esac
          else
            born=$(LC_ALL=C ps -p "$1" -o stat= -o lstart= | tr -s ' :' '--' | sed -n 's/^-*[^-Z][^-]*-\(.*[^-]\)-*$/\1/p')
          fi
        } 2>/dev/null
        # Prints process:parent:birth of all.
        list() {
          if [ -r /proc/self/stat ]; then
            for f in /proc/[0-9]*/stat; do
              pid=${f#/proc/} pid=${pid%/stat}
              birth "$pid"
              [ -z "$born" ] || echo "$pid:$parent:$born"
            done
          else
            LC_ALL=C ps -A -o pid= -o ppid= -o stat= -o lstart= | tr -s ' :' '--' |
              sed -n 's/^-*\([0-9]*\)-\([0-9]*\)-[^-Z][^-]*-\(.*[^-]\)-*$/\1:\2:\3/p'
          fi
        }
        # Sets now to hundredths of a second, by a clock that nobody can set where the host has one.
        clock() { { read -r now rest </proc/uptime; } 2>/dev/null && now=$((${now%.*} * 100 + 1${now#*.} - 100)) || now=$(date +%s)00; }
        # Whoever was seen once is followed, also when its parent is gone.
        look() {
          entries=$(list) more=1 alive= pids=' '
          while [ -n "$more" ]; do
            more=
            for entry in $entries; do
              pid=${entry%%:*} born=${entry##*:} parent=${entry#*:}
              case "$seen/$pids" in
                */*" $pid "*) continue ;;
                *" $pid:$born "*/* | */*" ${parent%%:*} "*) ;;
                *) continue ;;
              esac
              pids="$pids$pid " more=1
              [ "$pid:$born" = "$root" ] || alive="$alive $pid:$born"
            done
          done
          seen=" $root$alive "
        }
        # Hosts count births in hundredths of a second, and this is younger than the age.
        birth self
        self=$born
        birth "$root"
        [ -n "$born" ] || exit 1
        root=$root:$born
        if [ -n "$self" ]; then
          [ "${#born}" -gt 2 ] && born=${born%??} || born=0
          [ $((${self%??} - born)) -ge "$age" ] || exit 1
        fi
        clock
        seen=" $root " told=' '
        kill=$((now + {{Hundredths(grace)}})) end=$((kill + {{Hundredths(LooksFor)}}))
        # A busy host may take long for one look: it is the time that counts, and not the looks.
        while [ "$now" -lt "$end" ]; do
          look
          [ -n "$alive" ] || exit 0
          clock
          for entry in $alive; do
            signal=KILL
            if [ "$now" -lt "$kill" ]; then
              case $told in *" $entry "*) continue ;; esac
              told="$told$entry " signal=TERM
            fi
            birth "${entry%%:*}"
            [ "$born" != "${entry#*:}" ] || kill "-$signal" "${entry%%:*}" 2>/dev/null
          done
          sleep 0.1 2>/dev/null || sleep 1
        done
        exit 1
        """);

    private static string Hundredths(TimeSpan time) => ((int)(time.TotalSeconds * 100)).ToString(CultureInfo.InvariantCulture);
}
