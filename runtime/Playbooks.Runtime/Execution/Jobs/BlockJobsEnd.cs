using Playbooks.Execution.Blocks;

namespace Playbooks.Execution.Jobs;

/// <summary>Ends what a block has started on one host and nobody has joined: it is joined, cancelled or left, as its task says.</summary>
/// <param name="branch">What the host does there.</param>
/// <param name="block">The block.</param>
/// <param name="jobs">What it has started.</param>
internal sealed class BlockJobsEnd(BranchContext branch, BlockRun block, BlockJobs jobs)
{
    /// <summary>The normal end of the block, or of its main part: joins, cancels or leaves what is left, then judges.</summary>
    /// <exception cref="TaskFailedException">A job or branch failed.</exception>
    internal async Task EndAsync()
    {
        jobs.Unshield();
        await branch.ReachAsync(block.EndPosition).ConfigureAwait(false);
        await jobs.JudgeEndedAsync().ConfigureAwait(false);
        await EndDeferredAsync().ConfigureAwait(false);
        await EndLeftAsync().ConfigureAwait(false);
    }

    /// <summary>The end of a block that has failed, after its <c>[Always]</c> tasks have run well: what they have started ends as at a normal end.</summary>
    /// <param name="isLost">Whether the host was lost: then what ran there before is left.</param>
    /// <returns>What of it has failed.</returns>
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

    /// <summary>Ends the branches that nobody has joined, or waits until they have ended where the run is interrupted: that ends them, too.</summary>
    internal async Task EndBranchesAsync(bool isCut)
    {
        foreach (var beside in jobs.Select(work => !work.IsJudged || !work.HasEnded).OfType<StartedBranch>())
        {
            await (isCut ? beside.CancelAsync() : beside.UntilEndedAsync()).ConfigureAwait(false);
            jobs.Settle(beside);
        }
    }

    /// <summary>
    /// The main part has failed: what is not to be left is cancelled, and gone when this returns; except what runs once for all
    /// hosts, and what is on a host that was lost, which <see cref="EndDeferredAsync"/> ends.
    /// </summary>
    /// <param name="isLost">Whether the host was lost.</param>
    /// <returns>The failures of those that had ended before.</returns>
    internal async Task<IReadOnlyList<TaskFailedException>> FailAsync(bool isLost)
    {
        jobs.FailAnew();
        var left = jobs.Select(work => !work.IsJudged && work.AtEnd != AtEnd.Leave);
        jobs.Deferred.UnionWith(left.Where(work => work.Task.RunOnce || (isLost && work is StartedJob)));
        return await CancelAsync([.. left.Except(jobs.Deferred)]).ConfigureAwait(false);
    }

    /// <summary>Cancels what was put off when the main part failed.</summary>
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

    // A job of a [RunOnce] task is every host's, until all of them have left the block.
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

    /// <returns>Its failure, where it had ended before.</returns>
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
