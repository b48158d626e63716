using System.Collections.Concurrent;
using Playbooks.Execution.Agreement;

namespace Playbooks.Execution.Jobs;

/// <summary>The jobs that a playbook's run has started, by their first ids: so a host finds a job that another says it has started.</summary>
internal sealed class RunJobs
{
    private readonly ConcurrentDictionary<string, StartedJob> _all = new(StringComparer.Ordinal);

    internal void Add(StartedJob job) => _all[job.FirstId] = job;

    /// <summary>The jobs of what a task gave on another host.</summary>
    internal IReadOnlyList<Job<TResult>> Find<TResult>(SharedValue given)
        where TResult : TaskResult => [.. given.Jobs!.Select(Find<TResult>)];

    /// <summary>How a job is shared.</summary>
    internal Sharing<Job<TResult>> SharingOne<TResult>()
        where TResult : TaskResult => new(
            static job => new(Result: null, [job.Running.FirstId]),
            given => Find<TResult>(given.Jobs![0]));

    /// <summary>How the jobs of a loop are shared.</summary>
    internal Sharing<IReadOnlyList<Job<TResult>>> SharingAll<TResult>()
        where TResult : TaskResult => new(
            static jobs => new(Result: null, [.. jobs.Select(job => job.Running.FirstId)]),
            Find<TResult>);

    private Job<TResult> Find<TResult>(string id)
        where TResult : TaskResult => new((StartedJob<TResult>)_all[id]);
}
