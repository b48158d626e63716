using Playbooks.Execution.Blocks;

namespace Playbooks.Execution.Jobs;

/// <summary>Ends the jobs and branches of a block on one host that no task has joined: each is joined, cancelled or left, as its task specifies.</summary>
/// <param name="branch">What the host does in this branch.</param>
/// <param name="block">The block.</param>
/// <param name="jobs">The jobs and branches of the block.</param>
internal sealed class BlockJobsEnd(BranchContext branch, BlockRun block, BlockJobs jobs)
{
    /// <summary>Ends the block, or its main part, after success: joins, cancels or leaves the remaining jobs and branches, then checks them.</summary>
    /// <exception cref="TaskFailedException">A job or branch failed.</exception>
    internal async Task EndAsync()
    {
        jobs.Unshield();
        await branch.ReachAsync(block.EndPosition).ConfigureAwait(false);
        await jobs.JudgeEndedAsync().ConfigureAwait(false);
        await EndDeferredAsync().ConfigureAwait(false);
        await EndLeftAsync().ConfigureAwait(false);
    }

    /// <summary>Ends a failed block whose <c>[Always]</c> tasks have succeeded. What they have started ends as after success.</summary>
    /// <param name="isLost">Whether the host became unreachable. Then the earlier jobs on it are left.</param>
    /// <returns>The failures of what the <c>[Always]</c> tasks have started.</returns>
    internal async Task<IReadOnlyList<TaskFailedException>> EndAfterFailureAsync(bool isLost)
    {
        jobs.Shield();
        try
        {
            if (!isLost)
            {
                await EndDeferredAsync().ConfigureAwait(false);
            }

            await EndLeftAsync().ConfigureAwait(false);
            return [];
        }
        catch (TaskFailedException failed)
        {
            return [failed];
        }
    }

    /// <summary>Ends the branches that no task has joined. If the run is interrupted, waits for them instead: the interruption ends them too.</summary>
    internal async Task EndBranchesAsync(bool isCut)
    {
        foreach (var beside in jobs.Select(work => !work.IsJudged || !work.HasEnded).OfType<StartedBranch>())
        {
            await (isCut ? beside.CancelAsync() : beside.UntilEndedAsync()).ConfigureAwait(false);
            jobs.Settle(beside);
        }
    }

    /// <summary>
    /// Cleans up after the main part has failed: cancels everything except jobs that are left, and returns when it is gone. The jobs of tasks that run once
    /// for all hosts, and jobs on an unreachable host, are deferred until <see cref="EndDeferredAsync"/>.
    /// </summary>
    /// <param name="isLost">Whether the host became unreachable.</param>
    /// <returns>The failures of jobs and branches that had already ended.</returns>
    internal async Task<IReadOnlyList<TaskFailedException>> FailAsync(bool isLost)
    {
        jobs.FailAnew();
        var left = jobs.Select(work => !work.IsJudged && work.AtEnd != AtEnd.Leave);
        jobs.Deferred.UnionWith(left.Where(work => work.Task.RunOnce || (isLost && work is StartedJob)));
        return await CancelAsync([.. left.Except(jobs.Deferred)]).ConfigureAwait(false);
    }

    /// <summary>Cancels what was deferred when the main part failed.</summary>
    internal async Task EndDeferredAsync()
    {
        await UntilNobodyAsksAsync([.. jobs.Deferred]).ConfigureAwait(false);
        await CancelAsync([.. jobs.Deferred.Where(work => !work.IsJudged)]).ConfigureAwait(false);
        jobs.Deferred.Clear();
    }

    private async Task EndLeftAsync()
    {
        await UntilNobodyAsksAsync(jobs.Select(jobs.IsLeft)).ConfigureAwait(false);
        var joined = jobs.Select(work => jobs.IsLeft(work) && work.AtEnd == AtEnd.Join);
        foreach (var work in joined)
        {
            using ((work as StartedJob)?.Waiting())
            {
                await jobs.WaitAsync(work.Ending, work).ConfigureAwait(false);
            }
        }

        await Task.WhenAll(joined.OfType<StartedJob>().Select(job => job.JoinResultAsync())).ConfigureAwait(false);
        await Task.WhenAll(jobs.Select(work => jobs.IsLeft(work) && work.AtEnd == AtEnd.Cancel && !work.HasEnded)
            .OfType<StartedJob>().Select(job => job.CancelAsync())).ConfigureAwait(false);
        await jobs.JudgeAsync(jobs.Select(work => jobs.IsLeft(work) && work.HasEnded)).ConfigureAwait(false);
    }

    // A job of a [RunOnce] task belongs to every host until all hosts have left the block.
    private async Task UntilNobodyAsksAsync(IReadOnlyList<StartedWork> works)
    {
        if (works.Any(work => work.Task.RunOnce))
        {
            await branch.Agreement
                .ArriveAsync(branch.At(block.EndPosition) with { Waits = true }, branch.CancelsJobs ? CancellationToken.None : branch.Stop)
                .ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<TaskFailedException>> CancelAsync(IReadOnlyList<StartedWork> works)
    {
        foreach (var job in works.OfType<StartedJob>())
        {
            job.IsJudged = true;
        }

        var failures = await Task.WhenAll(
            works.Select(work => work is StartedBranch beside ? CancelAsync(beside) : CancelAsync((StartedJob)work))).ConfigureAwait(false);
        return [.. failures.OfType<TaskFailedException>()];
    }

    /// <returns>The branch's failure if it had already ended; else <see langword="null"/>.</returns>
    private async Task<TaskFailedException?> CancelAsync(StartedBranch beside)
    {
        await beside.CancelAsync().ConfigureAwait(false);
        jobs.Settle(beside);
        return beside.Failure;
    }

    private async Task<TaskFailedException?> CancelAsync(StartedJob job)
    {
        var result = await job.CancelAsync().ConfigureAwait(false);
        if (!result.Failed)
        {
            return null;
        }

        jobs.Count(job, result);
        return jobs.Failed(job, result);
    }
}
