namespace Playbooks;

/// <summary>A run was interrupted; it starts nothing new.</summary>
/// <param name="Jobs">The jobs that continue.</param>
public sealed record RunInterrupted(IReadOnlyList<RunningJob> Jobs) : RunEvent;
