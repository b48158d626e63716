namespace Playbooks.Connections.Shells;

/// <summary>
/// Finds out whether a script has left a process that can still write to its shell's streams. What such a process prints must not
/// come into the results of later scripts, so its shell runs none.
/// </summary>
internal static class Leftovers
{
    /// <summary>
    /// Functions of the shell, which start no process. <c>playbooks_mark</c> remembers where process numbers and clock stand.
    /// <c>playbooks_look</c> sets <c>$playbooks_left</c> where a process that began since holds one of the shell's streams, or may do so.
    /// <para>
    /// A process gets a number above that of its elders, so only a few have to be looked at: all new ones where many were started, or the
    /// numbers may have begun again. An elder may then have one of these numbers, too, and so may what the shell descends from: they count for nothing. Threads have numbers, too, and what an elder process, or one that the shell descends from, is about to start still has all that is its own,
    /// until it becomes its own program: hence the second look at a stream. What a process of another user holds cannot be seen, be it from the start
    /// or because it becomes that user's just now: it counts if it descends from the script, has lost its parent, or is in the shell's session. Where there is no <c>/proc</c>, there may always be one.
    /// The name of a process may have parentheses and line ends in it: what follows the last parenthesis of its stat are numbers.
    /// A process may open and close files during the look. Then it is looked at again, as it may have moved a stream to another number.
    /// </para>
    /// </summary>
    internal const string Functions =
        """
        playbooks_mark() { :; }
        playbooks_look() { playbooks_left=+; }
        for playbooks_x in /proc/1*; do break; done
        if [ -d "$playbooks_x" ] && [ -r /proc/loadavg ] && [ "/proc/$$" -ef /proc/self ]; then
        playbooks_mark() {
          read -r playbooks_x playbooks_x playbooks_x playbooks_x playbooks_last </proc/loadavg
          read -r playbooks_since playbooks_x </proc/uptime
          playbooks_since=${playbooks_since%.*}
        }
        playbooks_is_new() {
          playbooks_parent=0 playbooks_stat=
          while read -r playbooks_x; do playbooks_stat=$playbooks_stat$playbooks_x; done <"/proc/$1/stat"
          playbooks_field ${playbooks_stat##*)} || return
          [ "${playbooks_start:-0}" -ge "$((playbooks_since - 1))" ]
        } 2>/dev/null
        playbooks_field() { [ $# -ge 20 ] || return; playbooks_state=$1 playbooks_parent=$2 playbooks_session=$4; shift 18; playbooks_start=${2%??}; }
        playbooks_leads() {
          while read -r playbooks_x playbooks_id playbooks_rest; do
            [ "$playbooks_x" != Tgid: ] || { [ "$playbooks_id" = "$1" ]; return; }
          done <"/proc/$1/status"
        } 2>/dev/null
        playbooks_starts() {
          playbooks_is_new "$1" || return
          case $playbooks_parent in 1 | $$) return 1 ;; esac
          [ "/proc/$1/exe" -ef "/proc/$playbooks_parent/exe" ] || return
          playbooks_its=$playbooks_parent
          playbooks_is_new "$playbooks_its" || return 0
          playbooks_parent=$$
          while playbooks_is_new "$playbooks_parent" || [ "$playbooks_parent" -gt 1 ]; do
            [ "$playbooks_parent" != "$playbooks_its" ] || return 0
          done
          return 1
        }
        playbooks_is_above() {
          playbooks_parent=$$
          until [ "$playbooks_parent" -le 1 ] || [ "$playbooks_parent" = "$1" ]; do
            playbooks_is_new "$playbooks_parent"
          done
          [ "$playbooks_parent" = "$1" ]
        }
        playbooks_is_stream() { [ "$playbooks_file" -ef "/proc/$$/fd/1" ] || [ "$playbooks_file" -ef "/proc/$$/fd/2" ]; }
        playbooks_holds() {
          for playbooks_again in 1 2 3 4; do
            playbooks_seen= playbooks_hidden= playbooks_gone=
            [ -r "/proc/$1/fd" ] || break
            for playbooks_file in "/proc/$1/fd/"*; do
              if playbooks_is_stream; then
                playbooks_is_new "$1" && playbooks_leads "$1" && ! playbooks_is_above "$1" && ! playbooks_starts "$1" || return
                ! playbooks_is_stream || return 0
              fi
              if [ -e "$playbooks_file" ]; then playbooks_seen=+; elif [ -L "$playbooks_file" ]; then playbooks_hidden=+; else playbooks_gone=+; fi
            done
            [ -n "$playbooks_seen" ] && [ -n "$playbooks_hidden$playbooks_gone" ] || break
          done
          [ -z "$playbooks_seen" ] || return
          [ -n "$playbooks_hidden" ] || [ ! -r "/proc/$1/fd" ] || return
          playbooks_is_new "$1" && playbooks_leads "$1" || return
          case $playbooks_state in [ZX]) return 1 ;; esac
          playbooks_its=$playbooks_session
          while :; do
            case $playbooks_parent in 1 | $$) return 0 ;; esac
            playbooks_is_new "$playbooks_parent" || break
          done
          playbooks_is_new $$
          [ "$playbooks_its" = "$playbooks_session" ]
        }
        playbooks_look() {
          playbooks_left= playbooks_count=0
          read -r playbooks_now playbooks_x </proc/uptime
          [ $((${playbooks_now%.*} - playbooks_since)) -le 2 ] || playbooks_count=1000
          while read -r playbooks_x playbooks_x playbooks_x playbooks_x playbooks_now </proc/loadavg && [ "$playbooks_now" != "$playbooks_last" ]; do
            playbooks_count=$((playbooks_count + playbooks_now - playbooks_last))
            if [ "$playbooks_now" -lt "$playbooks_last" ] || [ "$playbooks_count" -gt 200 ]; then
              playbooks_elders=" " playbooks_parent=$$
              until [ "$playbooks_parent" = 0 ]; do
                playbooks_elders="$playbooks_elders$playbooks_parent "
                playbooks_is_new "$playbooks_parent" || break
              done
              for playbooks_now in /proc/[0-9]*; do
                playbooks_now=${playbooks_now#/proc/}
                case $playbooks_elders in *" $playbooks_now "*) continue ;; esac
                ! playbooks_is_new "$playbooks_now" || ! playbooks_holds "$playbooks_now" || { playbooks_left=+; return; }
              done
              return
            fi
            while [ "$playbooks_last" -lt "$playbooks_now" ]; do
              playbooks_last=$((playbooks_last + 1))
              ! [ -d "/proc/$playbooks_last" ] || ! playbooks_holds "$playbooks_last" || { playbooks_left=+; return; }
            done
          done
        }
        fi

        """;

    /// <summary>
    /// Prepares a shell for the end of its pipe. The shell says <paramref name="ready"/>, waits for the end, and leaves a reader that discards
    /// what is still printed. So no process that prints is killed or blocked. Where the streams are no pipes, or there is no /proc, it leaves none.
    /// </summary>
    internal static string Drain(string ready) =>
        $$"""
        { if [ -p "/proc/$$/fd/1" ] && [ -p "/proc/$$/fd/2" ]; then
        exec 7<"/proc/$$/fd/1" 8<"/proc/$$/fd/2"; echo {{ready}} $$; read -r playbooks_x
        { exec cat <&7 7<&- 8<&- >/dev/null 2>&1; } &
        { exec cat <&8 7<&- 8<&- >/dev/null 2>&1; } &
        fi; read -r playbooks_x; exit; }

        """;
}
