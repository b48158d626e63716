namespace Playbooks;

/// <summary>A run was interrupted; nothing new is started.</summary>
/// <param name="Jobs">The jobs that run on.</param>
public sealed record RunInterrupted(IReadOnlyList<RunningJob> Jobs) : RunEvent;
