using System.Globalization;

namespace Playbooks.Connections.Shells;

/// <summary>A scope of systemd's in which root opens the shell of another user, so that what it leaves behind is not root's session's.</summary>
/// <param name="Slice">
/// The slice of that session. Elsewhere logind would take <c>su</c> and <c>sudo</c> for a login of its own, with an environment and an end of its own.
/// </param>
/// <param name="Owner">The other user's number: that user may make control groups there.</param>
/// <param name="Version">The version of systemd.</param>
internal sealed record ShellScope(string Slice, uint Owner, int Version)
{
    /// <summary>What stands before a command that runs in it.</summary>
    internal string Command => string.Create(
        CultureInfo.InvariantCulture,
        $"systemd-run --scope --quiet --collect --no-ask-password --slice={Slice} --property=Delegate=yes {Properties}--description=Playbooks " +
        $"-- env -u INVOCATION_ID ");

    // Where one job has no memory left, the others live on.
    private string Properties => string.Create(
        CultureInfo.InvariantCulture, $"{(Version >= 250 ? $"--property=User={Owner} " : "")}{(Version >= 253 ? "--property=OOMPolicy=continue " : "")}");
}
