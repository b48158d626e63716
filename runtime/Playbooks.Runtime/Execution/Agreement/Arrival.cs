namespace Playbooks.Execution.Agreement;

/// <summary>The answer to a host that has reached a boundary and may continue.</summary>
/// <param name="Runner">The host that runs the task for all hosts; <see langword="null"/> if each host runs it.</param>
/// <param name="StopReason">Why the host must not run the task: too many hosts have failed. <see langword="null"/> if it may run it.</param>
internal readonly record struct Arrival(string? Runner, string? StopReason);
