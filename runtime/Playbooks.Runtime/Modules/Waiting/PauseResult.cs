namespace Playbooks;

/// <summary>The result of <see cref="Pause"/>. Its <see cref="TaskResult.Duration"/> is how long the task waited.</summary>
public sealed record PauseResult : TaskResult;
