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
        where TResult : TaskResult => [.. given.Jobs!.Select(id => Find<TResult>(id!))];

    /// <summary>How a job is shared with other hosts.</summary>
    internal Sharing<Job<TResult>> SharingOne<TResult>()
        where TResult : TaskResult => new(
            static job => new(Result: null, [job.Running.FirstId]),
            given => Find<TResult>(given.Jobs![0]!));

    /// <summary>How the jobs of a loop are shared with other hosts.</summary>
    internal Sharing<IReadOnlyList<Job<TResult>>> SharingAll<TResult>()
        where TResult : TaskResult => new(
            static jobs => new(Result: null, [.. jobs.Select(job => job.Running.FirstId)]),
            Find<TResult>);

    /// <summary>How the results of a block are shared, and those of a loop of blocks: without their jobs, and with the ids of these.</summary>
    internal Sharing<TResults> SharingResults<TResults>()
        where TResults : class => new(
            ShareResults,
            shared => new JobsReturned(shared.Jobs ?? [], this).In((TResults)shared.Result!));

    /// <summary>What others get of the results of a block, or of another result.</summary>
    internal static SharedValue ShareResults(object results)
    {
        var taken = new JobsTaken();
        return new(taken.In(results), taken.Ids);
    }

    /// <summary>The job of an id.</summary>
    internal Job<TResult> Find<TResult>(string id)
        where TResult : TaskResult => new((StartedJob<TResult>)_all[id]);
}
