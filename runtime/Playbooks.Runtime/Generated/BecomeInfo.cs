using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Whether to become another user, and whom.</summary>
/// <param name="Enabled">Whether to become another user.</param>
/// <param name="User">The user; <see langword="null"/> leaves it to the playbook, the inventory, the run, and in the end to <c>root</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record BecomeInfo(bool Enabled, string? User = null)
{
    /// <summary>Whether the playbook turns running as another user off, whatever the inventory says. Defaults to <see langword="false"/>.</summary>
    public bool IsRefused { get; init; }
}
