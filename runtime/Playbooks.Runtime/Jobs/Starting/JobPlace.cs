
using Playbooks.Connections.Shells;

namespace Playbooks.Jobs.Starting;

/// <summary>Where a job is started so that it outlives the login.</summary>
/// <param name="Scope">The systemd that creates a scope for the job: <c>system</c> or <c>user</c>; empty for no scope.</param>
/// <param name="Shell">The scope of the shell that starts the job; <see langword="null"/> if that may be in the session of the login.</param>
internal sealed record JobPlace(string Scope = "", ShellScope? Shell = null)
{
    /// <summary>The session of the login, on a host where nothing ends the job at logout.</summary>
    internal static JobPlace Here { get; } = new();

    /// <summary>Whether systemd must create a scope for the job.</summary>
    internal bool IsScope => Scope.Length > 0 || Shell is not null;
}
