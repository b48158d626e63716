namespace Playbooks.Execution.Agreement;

/// <summary>The result of a task on one host, in the form that other hosts can read.</summary>
/// <param name="Result">The task's result, or the results of a loop or block.</param>
/// <param name="Jobs">
/// The ids, in order, of the jobs that the task has started, or of the jobs that were removed from the results of its block. An id is
/// <see langword="null"/> if that job was not started.
/// </param>
internal sealed record SharedValue(object? Result, IReadOnlyList<string?>? Jobs = null);
