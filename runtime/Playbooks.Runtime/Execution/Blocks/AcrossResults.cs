using Playbooks.Execution.Agreement;
using Playbooks.Execution.Jobs;
using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>Gathers the results of a task on all hosts, for a task at which all live hosts wait for each other.</summary>
internal sealed class AcrossResults(BlockScope scope, BranchStarter branches, JobJoins joins)
{
    /// <summary>Returns the results of a task, or of the branches in which it runs.</summary>
    internal async Task<AcrossHosts<T>> OfAsync<T>(TaskInfo task)
        where T : class
    {
        if (!scope.Boundaries.IsPassing)
        {
            await branches.JoinAsync<T>(task).ConfigureAwait(false);
        }

        var sharing = scope.Run.Jobs.SharingResults<T>();
        return await GatherAsync(task, (_, given) => Task.FromResult<T?>(sharing.Receive(given))).ConfigureAwait(false);
    }

    /// <summary>Waits for the jobs that a task has started, and returns their results.</summary>
    internal Task<AcrossHosts<T>> OfJobsAsync<T>(TaskInfo task)
        where T : TaskResult => GatherAsync<T>(task, (host, given) => ResultAsync(host, scope.Run.Jobs.Find<T>(given)[0]));

    /// <summary>Waits for the jobs that a loop has started, and returns their results.</summary>
    internal Task<AcrossHosts<IReadOnlyList<T>>> OfEachJobAsync<T>(TaskInfo task)
        where T : TaskResult => GatherAsync<IReadOnlyList<T>>(task, async (host, given) =>
        {
            var jobs = scope.Run.Jobs.Find<T>(given);
            if (host == scope.Host)
            {
                return await joins.OfEachAskedAsync(jobs).ConfigureAwait(false);
            }

            var results = new List<T>(jobs.Count);
            foreach (var job in jobs)
            {
                if (await joins.OfOtherHostAsync(job).ConfigureAwait(false) is not { } result)
                {
                    return null;
                }

                results.Add(result);
            }

            return results;
        });

    private async Task<T?> ResultAsync<T>(Host host, Job<T> job)
        where T : TaskResult => host == scope.Host
            ? await joins.OfAskedAsync(job).ConfigureAwait(false)
            : await joins.OfOtherHostAsync(job).ConfigureAwait(false);

    private async Task<AcrossHosts<T>> GatherAsync<T>(TaskInfo task, Func<Host, SharedValue, Task<T?>> read)
        where T : class
    {
        var results = new List<(Host Host, T Result)>();
        if (scope.Boundaries.IsPassing)
        {
            return new(results);
        }

        var gathering = scope.Branch.Agreement.GatherAsync(scope.Block.Place(task).PathOfTurn, scope.Branch.Stop);
        await scope.Jobs.WaitAsync(gathering).ConfigureAwait(false);
        foreach (var (name, given) in await gathering.ConfigureAwait(false))
        {
            var host = scope.Run.Endpoints.To(name).Host;
            if (await read(host, given).ConfigureAwait(false) is { } result)
            {
                results.Add((host, result));
            }
        }

        return new(results);
    }
}
