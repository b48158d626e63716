using System.Globalization;

namespace Playbooks.Connections.Shells;

/// <summary>Ends what runs below a shell: TERM, a grace, KILL. The shell itself goes on.</summary>
internal static class KillTree
{
    /// <summary>How long a script that was cancelled may take to end by itself.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>The same for a script at its limit, which is kept within a second.</summary>
    internal static readonly TimeSpan ShortGrace = TimeSpan.FromMilliseconds(400);

    /// <summary>The script that does it, for another shell of the same user.</summary>
    /// <param name="shell">The shell's process id.</param>
    /// <param name="age">How long it has been there at least: what is younger has the id of a shell that is gone.</param>
    /// <param name="grace">The time between TERM and KILL; whole seconds where a host has no /proc.</param>
    internal static ShellScript Script(int shell, TimeSpan age, TimeSpan grace) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"root={shell} age={(int)age.TotalSeconds} grace={(int)(grace.TotalSeconds * 100)}\n{ShellFile.Text("process", "end-tree", "kill-tree")}"));
}
