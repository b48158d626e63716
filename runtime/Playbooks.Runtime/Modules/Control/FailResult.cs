namespace Playbooks;

/// <summary>What <see cref="Fail"/> gave: its reason is the <see cref="TaskResult.Message"/>.</summary>
public sealed record FailResult : TaskResult;
