namespace Playbooks;

/// <summary>The process that watches a host's jobs has ended. Until it runs again, the end of a job is known only at the next check, not at once.</summary>
/// <param name="Host">The host.</param>
/// <param name="Reason">Why the process has ended.</param>
public sealed record JobsUnwatched(Host Host, string Reason) : RunEvent;
