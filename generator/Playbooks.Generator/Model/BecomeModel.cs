namespace Playbooks.Generator.Model;

/// <summary>Whether to become another user, and whom.</summary>
/// <param name="Enabled">Whether to.</param>
/// <param name="User">Whom.</param>
/// <param name="IsRefused">Whether the playbook turns running as another user off.</param>
internal sealed record BecomeModel(bool Enabled, string? User, bool IsRefused = false);
