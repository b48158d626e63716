using System.Globalization;

namespace Playbooks.Connections.Shells;

/// <summary>Ends the processes below a shell: signal TERM, a grace, signal KILL. The shell itself continues.</summary>
internal static class KillTree
{
    /// <summary>How long a cancelled script may take to end by itself.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>How long a script at its limit may take to end by itself. It is shorter, because limits are enforced to within a second.</summary>
    internal static readonly TimeSpan ShortGrace = TimeSpan.FromMilliseconds(400);

    /// <summary>Returns the script that ends the processes. It runs in another shell of the same user.</summary>
    /// <param name="shell">The shell's process id.</param>
    /// <param name="age">The minimum age of the shell. A younger process with its id is not the shell: the shell is gone.</param>
    /// <param name="grace">The time between TERM and KILL; rounded to whole seconds on a host without /proc.</param>
    internal static ShellScript Script(int shell, TimeSpan age, TimeSpan grace) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"root={shell} age={(int)age.TotalSeconds} grace={(int)(grace.TotalSeconds * 100)}\n{ShellFile.Text("process", "end-tree", "kill-tree")}"));
}
