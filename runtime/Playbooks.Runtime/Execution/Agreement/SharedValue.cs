namespace Playbooks.Execution.Agreement;

/// <summary>What a task returned on one host, in the form that other hosts can read.</summary>
/// <param name="Result">The task's result, or the results of a loop or block.</param>
/// <param name="Jobs">The ids of the jobs that the task started; <see langword="null"/> if it has a result instead.</param>
internal sealed record SharedValue(object? Result, IReadOnlyList<string>? Jobs = null);
