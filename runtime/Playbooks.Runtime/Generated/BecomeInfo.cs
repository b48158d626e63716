using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Whether a task or playbook runs as another user, and as which user.</summary>
/// <param name="Enabled">Whether to run as another user.</param>
/// <param name="User">
/// <summary>The user; <see langword="null"/> for the user that the playbook, the inventory or the run names, and <c>root</c> if none of them does.</summary>
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record BecomeInfo(bool Enabled, string? User = null)
{
    /// <summary>Whether the playbook forbids running as another user, even if the inventory asks for it. Defaults to <see langword="false"/>.</summary>
    public bool IsRefused { get; init; }
}
