namespace Playbooks.Execution.Agreement;

/// <summary>What a task gave on one host, as the others see it.</summary>
/// <param name="Result">Its result, those of a loop, or those of a block.</param>
/// <param name="Jobs">The ids of the jobs that it started, where it started any instead.</param>
internal sealed record SharedValue(object? Result, IReadOnlyList<string>? Jobs = null);
