namespace Playbooks;

/// <summary>The result of <see cref="Fail"/>. The reason is its <see cref="TaskResult.Message"/>.</summary>
public sealed record FailResult : TaskResult;
