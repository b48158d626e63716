using System.Collections.Concurrent;
using Playbooks.Execution.Agreement;

namespace Playbooks.Execution.Jobs;

/// <summary>The jobs that the run of a playbook has started, by their first ids. Through it, a host finds a job that another host has started.</summary>
internal sealed class RunJobs
{
    private readonly ConcurrentDictionary<string, StartedJob> _all = new(StringComparer.Ordinal);

    internal void Add(StartedJob job) => _all[job.FirstId] = job;

    /// <summary>Returns the jobs that a task started on another host.</summary>
    internal IReadOnlyList<Job<TResult>> Find<TResult>(SharedValue given)
        where TResult : TaskResult => [.. given.Jobs!.Select(Find<TResult>)];

    /// <summary>How a job is shared with other hosts.</summary>
    internal Sharing<Job<TResult>> SharingOne<TResult>()
        where TResult : TaskResult => new(
            static job => new(Result: null, [job.Running.FirstId]),
            given => Find<TResult>(given.Jobs![0]));

    /// <summary>How the jobs of a loop are shared with other hosts.</summary>
    internal Sharing<IReadOnlyList<Job<TResult>>> SharingAll<TResult>()
        where TResult : TaskResult => new(
            static jobs => new(Result: null, [.. jobs.Select(job => job.Running.FirstId)]),
            Find<TResult>);

    private Job<TResult> Find<TResult>(string id)
        where TResult : TaskResult => new((StartedJob<TResult>)_all[id]);
}
