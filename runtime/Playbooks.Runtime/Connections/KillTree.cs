using System.Globalization;

namespace Playbooks.Connections;

/// <summary>Ends what runs below a shell: TERM, two seconds, KILL. The shell itself goes on.</summary>
internal static class KillTree
{
    /// <summary>The script that does it, for another shell of the same user. Needs no program but <c>sleep</c> where there is /proc, else <c>ps</c>.</summary>
    internal static ShellScript Script(int shell) => new(
        $$"""
        root={{shell.ToString(CultureInfo.InvariantCulture)}}
        list() {
          if [ -r "/proc/$root/stat" ]; then
            for f in /proc/[0-9]*/stat; do
              { IFS= read -r stat <"$f"; } 2>/dev/null || continue
              pid=${f#/proc/} rest=${stat##*) }
              case $rest in Z*) continue ;; esac
              rest=${rest#* }
              echo "${pid%/stat} ${rest%% *}"
            done
          else
            ps -A -o pid= -o ppid= -o stat= | while read -r pid parent stat; do
              case $stat in Z*) ;; *) echo "$pid $parent" ;; esac
            done
          fi
        }
        # Whoever was seen once is followed, also when its parent is gone.
        look() {
          pairs=$(list) more=1 alive=
          while [ -n "$more" ]; do
            more=
            set -- $pairs
            while [ $# -gt 1 ]; do
              case " $root$seen" in
                *" $1 "*) ;;
                *" $2 "*) seen="$seen$1 " more=1 ;;
              esac
              shift 2
            done
          done
          set -- $pairs
          while [ $# -gt 1 ]; do
            case $seen in *" $1 "*) alive="$alive $1" ;; esac
            shift 2
          done
        }
        seen=' ' told=' ' i=0
        while [ $i -lt 50 ]; do
          look
          [ -n "$alive" ] || exit 0
          for pid in $alive; do
            if [ $i -ge 20 ]; then
              kill -KILL "$pid" 2>/dev/null
            else
              case $told in *" $pid "*) ;; *) told="$told$pid "; kill -TERM "$pid" 2>/dev/null ;; esac
            fi
          done
          sleep 0.1 2>/dev/null || { sleep 1; i=$((i + 9)); }
          i=$((i + 1))
        done
        exit 1
        """);
}
