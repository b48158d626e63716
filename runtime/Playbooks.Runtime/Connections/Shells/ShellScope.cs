using System.Globalization;

namespace Playbooks.Connections.Shells;

/// <summary>A scope of systemd in which root opens the shell of another user, so that the shell's processes do not belong to root's session.</summary>
/// <param name="Slice">
/// The slice of root's session. In another slice, logind would treat <c>su</c> and <c>sudo</c> as a separate login, with its own environment and end.
/// </param>
/// <param name="Owner">The other user's id. This user may create control groups in the scope.</param>
/// <param name="Version">The version of systemd.</param>
internal sealed record ShellScope(string Slice, uint Owner, int Version)
{
    /// <summary>The words before a command that run it in the scope.</summary>
    internal string Command => string.Create(
        CultureInfo.InvariantCulture,
        $"systemd-run --scope --quiet --collect --no-ask-password --slice={Slice} --property=Delegate=yes {Properties}--description=Playbooks " +
        $"-- env -u INVOCATION_ID ");

    // If one job runs out of memory, the others must survive.
    private string Properties => string.Create(
        CultureInfo.InvariantCulture, $"{(Version >= 250 ? $"--property=User={Owner} " : "")}{(Version >= 253 ? "--property=OOMPolicy=continue " : "")}");
}
