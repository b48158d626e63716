namespace Playbooks.Execution.Agreement;

/// <summary>What a host hears when it has come to a boundary and may go on.</summary>
/// <param name="Runner">The host that runs the task for all; <see langword="null"/> where each runs it.</param>
/// <param name="StopReason">Why it does not run the task: too many hosts have failed. <see langword="null"/> where it may.</param>
internal readonly record struct Arrival(string? Runner, string? StopReason);
