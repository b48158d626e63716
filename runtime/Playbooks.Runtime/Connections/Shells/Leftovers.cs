namespace Playbooks.Connections.Shells;

/// <summary>
/// Finds out whether a script has left a process that can still write to its shell's streams. The output of such a process must not get into the results of
/// later scripts, so its shell runs no further script.
/// </summary>
internal static class Leftovers
{
    /// <summary>
    /// Functions of the shell, which start no process. <c>playbooks_mark</c> remembers where process numbers and clock stand.
    /// <c>playbooks_look</c> sets <c>$playbooks_left</c> where a process that began since holds one of the shell's streams, or may do so.
    /// <para>
    /// A process gets a number above that of its elders, so only a few have to be looked at: all new ones where many were started, or the
    /// numbers may have begun again. An elder may then have one of these numbers, too, and so may what the shell descends from: they count for
    /// nothing. Threads have numbers, too, and what an elder process, or one that the shell descends from, is about to start still has all that
    /// is its own, until it becomes its own program: hence the second look at a stream. What a process of another user holds cannot be seen, be
    /// it from the start or because it becomes that user's just now: it counts if it descends from the script, has lost its parent, or is in
    /// the shell's session. Where there is no <c>/proc</c>, there may always be one.
    /// The name of a process may have parentheses and line ends in it: what follows the last parenthesis of its stat are numbers.
    /// A process may open and close files during the look. Then it is looked at again, as it may have moved a stream to another number.
    /// </para>
    /// </summary>
    internal static string Functions => ShellFile.Text("leftovers");

    /// <summary>
    /// Prepares a shell for the end of its pipe. The shell prints <paramref name="ready"/>, waits for the end, and leaves a process that reads and discards
    /// further output. So no process that still prints is killed or blocked. If the streams are not pipes, or there is no /proc, the shell leaves no such
    /// process.
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
