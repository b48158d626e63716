namespace Playbooks.Generator.Model;

/// <summary>Whether to become another user, and whom.</summary>
internal sealed record BecomeModel(bool Enabled, string? User);
