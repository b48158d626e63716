
using Playbooks.Connections.Shells;

namespace Playbooks.Jobs.Starting;

/// <summary>Where a job is started so that it outlives the login.</summary>
/// <param name="Scope">Whose systemd gives it a scope of its own: <c>system</c>, <c>user</c>, or nobody's.</param>
/// <param name="Shell">The scope of the shell that starts it, where that must not be the login's session.</param>
internal sealed record JobPlace(string Scope = "", ShellScope? Shell = null)
{
    /// <summary>Where it is started: nobody ends it there.</summary>
    internal static JobPlace Here { get; } = new();

    /// <summary>Whether systemd has to give a scope for it.</summary>
    internal bool IsScope => Scope.Length > 0 || Shell is not null;
}
