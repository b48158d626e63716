namespace Playbooks;

/// <summary>A run was interrupted, and starts no new task.</summary>
/// <param name="Jobs">The jobs that are still running.</param>
public sealed record RunInterrupted(IReadOnlyList<RunningJob> Jobs) : RunEvent;
