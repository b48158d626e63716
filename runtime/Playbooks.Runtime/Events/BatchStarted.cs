namespace Playbooks;

/// <summary>The next batch of hosts begins. A run with all hosts in one batch has no such event.</summary>
/// <param name="Number">The number of the batch, from 1.</param>
/// <param name="Count">The number of batches.</param>
/// <param name="Hosts">The hosts of the batch, in the order of the inventory.</param>
public sealed record BatchStarted(int Number, int Count, IReadOnlyList<Host> Hosts) : RunEvent;
