namespace Playbooks.Execution.Agreement;

/// <summary>What a task returned on one host, in the form that other hosts can read.</summary>
/// <param name="Result">The task's result, or the results of a loop or block.</param>
/// <param name="Jobs">
/// The ids of the jobs that the task started instead of returning a result, or of the jobs in the results of its block, in order. An id is
/// <see langword="null"/> if that job was not started.
/// </param>
internal sealed record SharedValue(object? Result, IReadOnlyList<string?>? Jobs = null);
