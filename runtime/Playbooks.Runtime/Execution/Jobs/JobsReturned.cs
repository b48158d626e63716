using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>Puts jobs into what has come from another host, in the order in which they were taken.</summary>
/// <param name="ids">Their ids.</param>
/// <param name="jobs">The jobs of the run.</param>
internal sealed class JobsReturned(IReadOnlyList<string?> ids, RunJobs jobs) : JobExchange
{
    private int _next;

    internal override Job<TResult>? Exchange<TResult>(Job<TResult>? job) => ids[_next++] is { } id ? jobs.Find<TResult>(id) : null;
}
