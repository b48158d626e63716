namespace Playbooks;

/// <summary>What <see cref="Pause"/> gave: how long it was is the <see cref="TaskResult.Duration"/>.</summary>
public sealed record PauseResult : TaskResult;
