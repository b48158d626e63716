namespace Playbooks;

/// <summary>A run has ended: the last event.</summary>
/// <param name="Hosts">The counts of each host, in the order of the inventory.</param>
/// <param name="ExitCode">The exit code: 0, 2, 4, 6 or 130.</param>
public sealed record RunFinished(IReadOnlyList<HostCounts> Hosts, int ExitCode) : RunEvent;
