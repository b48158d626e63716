using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>Puts jobs back into results that another host has shared, in the order in which <see cref="JobsTaken"/> removed them.</summary>
/// <param name="ids">The ids of the removed jobs; <see langword="null"/> for a job that was not started.</param>
/// <param name="jobs">All jobs of the run.</param>
internal sealed class JobsReturned(IReadOnlyList<string?> ids, RunJobs jobs) : JobExchange
{
    private int _next;

    internal override Job<TResult>? Exchange<TResult>(Job<TResult>? job) => ids[_next++] is { } id ? jobs.Find<TResult>(id) : null;
}
