namespace Playbooks.Generator.Model;

/// <summary>Whether tasks run as another user, and as which.</summary>
/// <param name="Enabled">Whether they do.</param>
/// <param name="User">The user's name.</param>
/// <param name="IsRefused">Whether the playbook turns running as another user off.</param>
internal sealed record BecomeModel(bool Enabled, string? User, bool IsRefused = false);
