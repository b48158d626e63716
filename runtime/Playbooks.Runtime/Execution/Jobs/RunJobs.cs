using System.Collections.Concurrent;
using Playbooks.Execution.Agreement;

namespace Playbooks.Execution.Jobs;

/// <summary>The jobs that the run of a playbook has started, by their first ids. One host finds here the jobs that another host has started.</summary>
internal sealed class RunJobs
{
    private readonly ConcurrentDictionary<string, StartedJob> _all = new(StringComparer.Ordinal);

    internal void Add(StartedJob job) => _all[job.FirstId] = job;

    /// <summary>Returns the jobs that a task has started on another host.</summary>
    internal IReadOnlyList<Job<TResult>> Find<TResult>(SharedValue given)
        where TResult : TaskResult => [.. given.Jobs!.Select(id => Find<TResult>(id!))];

    /// <summary>Returns how a job is shared with other hosts: as its id.</summary>
    internal Sharing<Job<TResult>> SharingOne<TResult>()
        where TResult : TaskResult => new(
            static job => new(Result: null, [job.Running.FirstId]),
            given => Find<TResult>(given.Jobs![0]!));

    /// <summary>Returns how the jobs of a loop are shared with other hosts: as their ids.</summary>
    internal Sharing<IReadOnlyList<Job<TResult>>> SharingAll<TResult>()
        where TResult : TaskResult => new(
            static jobs => new(Result: null, [.. jobs.Select(job => job.Running.FirstId)]),
            Find<TResult>);

    /// <summary>Returns how the results of a block, or of a loop of blocks, are shared with other hosts: their jobs are replaced by ids.</summary>
    internal Sharing<TResults> SharingResults<TResults>()
        where TResults : class => new(
            ShareResults,
            shared => new JobsReturned(shared.Jobs ?? [], this).In((TResults)shared.Result!));

    /// <summary>Returns the results of a task, in the form that other hosts can read.</summary>
    internal static SharedValue ShareResults(object results)
    {
        var taken = new JobsTaken();
        return new(taken.In(results), taken.Ids);
    }

    /// <summary>Returns the job that has an id.</summary>
    internal Job<TResult> Find<TResult>(string id)
        where TResult : TaskResult => new((StartedJob<TResult>)_all[id]);
}
