namespace Playbooks.Jobs.Finding;

/// <summary>What was found on a host.</summary>
/// <param name="Jobs">The jobs.</param>
/// <param name="Users">As whom was looked; <see langword="null"/> is the connection's own user.</param>
/// <param name="NotShown">Whose jobs could not be looked at, and why.</param>
internal sealed record FoundJobs(IReadOnlyList<FoundJob> Jobs, IReadOnlyList<string?> Users, IReadOnlyList<(string User, string Why)> NotShown);
