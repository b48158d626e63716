namespace Playbooks;

/// <summary>The result of <see cref="Fail"/>. Its <see cref="TaskResult.Message"/> is the reason.</summary>
public sealed record FailResult : TaskResult;
