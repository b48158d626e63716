namespace Playbooks;

/// <content>What a task gave on all hosts. Whoever asks has come to a task where all live hosts meet.</content>
public sealed partial class HostRun
{
    /// <summary>The results of a task on all hosts of the batch.</summary>
    /// <typeparam name="T">What it gave on each.</typeparam>
    /// <param name="task">The task, of the same playbook or block.</param>
    public Task<AcrossHosts<T>> AcrossAsync<T>(TaskInfo task)
        where T : class => GatherAsync(
            task, (host, given) => given is Branch<T> branch ? ResultAsync(branch, host) : Task.FromResult<T?>((T)given));

    /// <summary>The results of the jobs that a task started on all hosts of the batch; waits for them.</summary>
    /// <typeparam name="T">What each job gives.</typeparam>
    /// <param name="task">The task, of the same playbook or block.</param>
    /// <exception cref="TaskFailedException">This host's own job failed.</exception>
    public Task<AcrossHosts<T>> AcrossJobsAsync<T>(TaskInfo task)
        where T : TaskResult => GatherAsync<T>(task, (host, given) => ResultAsync((Job<T>)given, host));

    /// <summary>The results of the jobs that a loop started on all hosts of the batch; waits for them.</summary>
    /// <typeparam name="T">What each job gives.</typeparam>
    /// <param name="task">The task, of the same playbook or block.</param>
    /// <exception cref="TaskFailedException">A job of this host's own failed.</exception>
    public Task<AcrossHosts<IReadOnlyList<T>>> AcrossEachJobAsync<T>(TaskInfo task)
        where T : TaskResult => GatherAsync<IReadOnlyList<T>>(task, async (host, given) =>
        {
            var jobs = (IReadOnlyList<Job<T>>)given;
            if (host == Host)
            {
                return await WaitEachAsync(jobs).ConfigureAwait(false);
            }

            var results = new List<T>(jobs.Count);
            foreach (var job in jobs)
            {
                if (await ResultAsync(job, host).ConfigureAwait(false) is not { } result)
                {
                    return null;
                }

                results.Add(result);
            }

            return results;
        });

    private async Task<AcrossHosts<T>> GatherAsync<T>(TaskInfo task, Func<Host, object, Task<T?>> read)
        where T : class
    {
        var results = new List<(Host Host, T Result)>();
        foreach (var (host, given) in _flow.IsPassing ? [] : _context.Batch.Gathered.Of(_block.Place(task)))
        {
            if (await read(host, given).ConfigureAwait(false) is { } result)
            {
                results.Add((host, result));
            }
        }

        return new(results);
    }

    private async Task<T?> ResultAsync<T>(Branch<T> branch, Host host)
        where T : class
    {
        if (host == Host)
        {
            return await JoinAsync(branch).ConfigureAwait(false);
        }

        var ended = branch.Running.Result;
        await _jobs.WaitAsync(ended).ConfigureAwait(false);
        return ended.IsCompletedSuccessfully ? await ended.ConfigureAwait(false) : null;
    }

    // The failure of another host's job is that host's. Of a host that was lost nothing is known.
    private async Task<T?> ResultAsync<T>(Job<T> job, Host host)
        where T : TaskResult
    {
        if (host == Host)
        {
            return await WaitAsync(job).ConfigureAwait(false);
        }

        var running = job.Running;
        using (running.Waiting())
        {
            await _jobs.WaitAsync(running.End, running).ConfigureAwait(false);
        }

        try
        {
            return await running.JoinAsync().ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is UnreachableException or BecomeException or FormatException)
        {
            return null;
        }
    }
}
