namespace Playbooks;

/// <summary>What waits for the jobs of a host does not stand: their ends are known at the next look, and not at once. It is opened again.</summary>
/// <param name="Host">The host.</param>
/// <param name="Reason">Why.</param>
public sealed record JobsUnwatched(Host Host, string Reason) : RunEvent;
