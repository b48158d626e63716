using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Whether a task or playbook runs as another user, and as which user.</summary>
/// <param name="Enabled">Whether to run as another user.</param>
/// <param name="User">
/// The name of the user. <see langword="null"/> selects the user whom the playbook, the inventory or the run names, or else <c>root</c>.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record BecomeInfo(bool Enabled, string? User = null)
{
    /// <summary>Whether the playbook forbids running as another user, even if the inventory asks for it. Defaults to <see langword="false"/>.</summary>
    public bool IsRefused { get; init; }
}
