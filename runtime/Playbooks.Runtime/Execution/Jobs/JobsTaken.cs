using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>Removes the jobs from results that other hosts will read, and keeps their ids.</summary>
internal sealed class JobsTaken : JobExchange
{
    private readonly List<string?> _ids = [];

    /// <summary>The ids of the removed jobs, in order; <see langword="null"/> for a job that was not started.</summary>
    internal IReadOnlyList<string?> Ids => _ids;

    internal override Job<TResult>? Exchange<TResult>(Job<TResult>? job)
    {
        _ids.Add(job?.Running.FirstId);
        return null;
    }
}
