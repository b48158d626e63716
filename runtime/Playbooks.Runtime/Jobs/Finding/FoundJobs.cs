namespace Playbooks.Jobs.Finding;

/// <summary>The jobs that were found on a host.</summary>
/// <param name="Jobs">The jobs.</param>
/// <param name="Users">The users whose jobs were looked for; <see langword="null"/> is the connection's own user.</param>
/// <param name="NotShown">The users whose jobs could not be looked for, and why.</param>
internal sealed record FoundJobs(IReadOnlyList<FoundJob> Jobs, IReadOnlyList<string?> Users, IReadOnlyList<(string User, string Why)> NotShown);
