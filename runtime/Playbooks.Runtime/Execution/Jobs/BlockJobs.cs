using Playbooks.Execution.Blocks;
using Playbooks.Execution.Tasks;

namespace Playbooks.Execution.Jobs;

/// <summary>
/// The jobs and branches that a block owns on one host: none of them ends unseen. One that a later task asks for is judged there; any
/// other fails the block at its next task boundary, and what is left is joined, cancelled or left at the end.
/// </summary>
/// <param name="context">The run.</param>
/// <param name="host">The host.</param>
/// <param name="tally">Its counts.</param>
/// <param name="block">The block.</param>
/// <param name="started">All jobs of the host.</param>
internal sealed class BlockJobs(RunContext context, Host host, HostTally tally, BlockRun block, StartedJobs started)
{
    private readonly Lock _gate = new();
    private readonly List<StartedWork> _all = [];
    private readonly HashSet<StartedWork> _deferred = [];
    private readonly HashSet<TaskInfo> _failed = new(ReferenceEqualityComparer.Instance);
    private TaskCompletionSource<TaskFailedException> _failing = NotFailing();
    private bool _isShielded;

    /// <summary>Those of the block around this one, which fail it, too; a branch leaves them to the block from which it was started.</summary>
    internal BlockJobs? Outer { get; set; }

    internal void Add(StartedJob job)
    {
        started.Add(job);
        job.Joined = result => block.Notifications.Note(job.Task, [result]);
        Add((StartedWork)job);
    }

    internal void Add(StartedWork work)
    {
        lock (_gate)
        {
            _all.Add(work);
        }
    }

    /// <summary>From now on no job keeps a task from running: an <c>[Always]</c> task runs whatever happens.</summary>
    internal void Shield() => _isShielded = true;

    /// <summary>A task that asked for jobs or branches has run, or was skipped.</summary>
    internal void Asked(TaskInfo task)
    {
        if (task.Needs.Count == 0)
        {
            return;
        }

        foreach (var work in Select(work => task.Needs.Contains(work.Task.Member)))
        {
            work.Asked();
        }
    }

    /// <summary>Judges what has ended and no later task asks for, that of the blocks around this one, too.</summary>
    /// <exception cref="TaskFailedException">One of them failed.</exception>
    internal async Task JudgeEndedAsync()
    {
        if (_isShielded)
        {
            return;
        }

        await (Outer?.JudgeEndedAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        await JudgeAsync(Select(work => IsUnasked(work) && work.HasEnded)).ConfigureAwait(false);
    }

    /// <summary>Waits for something, as long as no job or branch that nobody asks for fails; its failure ends all waits of the block.</summary>
    /// <exception cref="TaskFailedException">One of them failed.</exception>
    internal async Task WaitAsync(Task awaited, StartedWork? except = null)
    {
        while (!awaited.IsCompleted)
        {
            context.Stop.ThrowIfCancellationRequested();
            var failing = Failing().ToList();
            var others = Unasked().Where(work => work != except).Select(work => work.Ending);
            await Task.WhenAny([awaited, .. failing, .. others]).WaitAsync(context.Stop).ConfigureAwait(false);
            if (!awaited.IsCompleted)
            {
                if (failing.Find(each => each.IsCompleted) is { } failed)
                {
                    throw await failed.ConfigureAwait(false);
                }

                await JudgeEndedAsync().ConfigureAwait(false);
            }
        }

        context.Stop.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for a branch.</summary>
    /// <exception cref="TaskFailedException">A job or another branch failed, for which nobody asks.</exception>
    internal async Task JoinAsync(StartedBranch branch)
    {
        await WaitAsync(branch.Ending, branch).ConfigureAwait(false);
        Settle(branch);
    }

    /// <summary>The normal end of the block, or of its main part: joins, cancels or leaves what is left, then judges.</summary>
    /// <exception cref="TaskFailedException">A job or branch failed.</exception>
    internal async Task EndAsync()
    {
        _isShielded = false;
        context.Order.Reach(host, block.EndPosition);
        await JudgeEndedAsync().ConfigureAwait(false);
        await EndDeferredAsync().ConfigureAwait(false);
        await EndLeftAsync().ConfigureAwait(false);
    }

    /// <summary>The end of a block that has failed, after its <c>[Always]</c> tasks have run well: what they have started ends as at a normal end.</summary>
    /// <param name="isLost">Whether the host was lost: then what ran there before is left.</param>
    /// <returns>What of it has failed.</returns>
    internal async Task<IReadOnlyList<TaskFailedException>> EndAfterFailureAsync(bool isLost)
    {
        Shield();
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

    private async Task EndLeftAsync()
    {
        await UntilNobodyAsksAsync(Select(IsLeft)).ConfigureAwait(false);
        var joined = Select(work => IsLeft(work) && work.AtEnd == AtEnd.Join);
        foreach (var work in joined)
        {
            using ((work as StartedJob)?.Waiting())
            {
                await WaitAsync(work.Ending, work).ConfigureAwait(false);
            }
        }

        await Task.WhenAll(joined.OfType<StartedJob>().Select(job => job.JoinResultAsync())).ConfigureAwait(false);
        await Task.WhenAll(Select(work => IsLeft(work) && work.AtEnd == AtEnd.Cancel && !work.HasEnded)
            .OfType<StartedJob>().Select(job => job.CancelAsync())).ConfigureAwait(false);
        await JudgeAsync(Select(work => IsLeft(work) && work.HasEnded)).ConfigureAwait(false);
    }

    /// <summary>Ends the branches that nobody has joined, or waits until they have ended where the run is interrupted: that ends them, too.</summary>
    internal async Task EndBranchesAsync(bool isCut)
    {
        foreach (var branch in Select(work => !work.IsJudged || !work.HasEnded).OfType<StartedBranch>())
        {
            await (isCut ? branch.CancelAsync() : branch.UntilEndedAsync()).ConfigureAwait(false);
            Settle(branch);
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
        _failing = NotFailing();
        var left = Select(work => !work.IsJudged && work.AtEnd != AtEnd.Leave);
        _deferred.UnionWith(left.Where(work => work.Task.RunOnce || (isLost && work is StartedJob)));
        return await CancelAsync([.. left.Except(_deferred)]).ConfigureAwait(false);
    }

    /// <summary>Cancels what was put off when the main part failed.</summary>
    internal async Task EndDeferredAsync()
    {
        await UntilNobodyAsksAsync([.. _deferred]).ConfigureAwait(false);
        await CancelAsync([.. _deferred.Where(work => !work.IsJudged)]).ConfigureAwait(false);
        _deferred.Clear();
    }

    /// <summary>Counts a job's end for the host, and fails the block where it must.</summary>
    /// <exception cref="TaskFailedException">The job failed, and its task does not ignore that.</exception>
    internal void Judge(StartedJob job, TaskResult result)
    {
        job.IsJudged = true;
        if (!result.Failed)
        {
            return;
        }

        Count(job, result);
        if (!job.Task.IgnoreErrors)
        {
            throw Failed(job, result);
        }
    }

    /// <summary>Counts a failure once for this host; that of a job on another host is told here, too.</summary>
    private void Count(StartedJob job, TaskResult result)
    {
        if (!_failed.Add(job.Task))
        {
            return;
        }

        var outcome = Verdict.Outcome(job.Task, result);
        tally.JobFailed(ignored: outcome == TaskOutcome.Ignored);
        if (job.Host != host)
        {
            context.Events.Tell(new TaskFinished(job.Task, host, outcome, result)
            {
                Message = $"it ran once, and failed on {job.Host.Name}: {result.Message}",
            });
        }
    }

    /// <summary>Takes the end of a branch into account, once.</summary>
    private void Settle(StartedBranch branch)
    {
        if (!branch.IsJudged)
        {
            branch.IsJudged = true;
            tally.Add(branch.Tally);
        }
    }

    private bool IsUnasked(StartedWork work) => IsLeft(work) && work.Askers <= 0;

    private bool IsLeft(StartedWork work) => !work.IsJudged && !_deferred.Contains(work);

    private TaskFailedException Failed(StartedJob job, TaskResult result) =>
        new(job.Task, host, result, result.Message ?? "the job failed");

    private IEnumerable<StartedWork> Unasked() => _isShielded ? [] : Select(IsUnasked).Concat(Outer?.Unasked() ?? []);

    /// <summary>What a job or branch has failed this block with, or one around it.</summary>
    private IEnumerable<Task<TaskFailedException>> Failing() => _isShielded ? [] : [_failing.Task, .. Outer?.Failing() ?? []];

    private static TaskCompletionSource<TaskFailedException> NotFailing() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task JudgeAsync(IEnumerable<StartedWork> ended)
    {
        foreach (var work in ended)
        {
            try
            {
                await JudgeAsync(work).ConfigureAwait(false);
            }
            catch (TaskFailedException failed)
            {
                failed.Owner = this;
                _failing.TrySetResult(failed);
                throw;
            }
        }
    }

    private async Task JudgeAsync(StartedWork work)
    {
        if (work is StartedBranch branch)
        {
            Settle(branch);
            await branch.Ending.ConfigureAwait(false);
        }
        else if (work is StartedJob job)
        {
            Judge(job, await job.JoinResultAsync().ConfigureAwait(false));
        }
    }

    // A job of a [RunOnce] task is every host's, until all of them have left the block.
    private async Task UntilNobodyAsksAsync(IReadOnlyList<StartedWork> works)
    {
        if (works.Any(work => work.Task.RunOnce))
        {
            await context.Order
                .ArriveAsync(host, block.EndPosition, context.CancelsJobs ? CancellationToken.None : context.Stop)
                .ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<TaskFailedException>> CancelAsync(IReadOnlyList<StartedWork> works)
    {
        foreach (var job in works.OfType<StartedJob>())
        {
            job.IsJudged = true;
        }

        var failures = await Task.WhenAll(works.Select(work => work is StartedBranch branch ? CancelAsync(branch) : CancelAsync((StartedJob)work))).ConfigureAwait(false);
        return [.. failures.OfType<TaskFailedException>()];
    }

    /// <returns>Its failure, where it had ended before.</returns>
    private async Task<TaskFailedException?> CancelAsync(StartedBranch branch)
    {
        await branch.CancelAsync().ConfigureAwait(false);
        Settle(branch);
        return branch.Failure;
    }

    private async Task<TaskFailedException?> CancelAsync(StartedJob job)
    {
        var result = await job.CancelAsync().ConfigureAwait(false);
        if (!result.Failed)
        {
            return null;
        }

        Count(job, result);
        return Failed(job, result);
    }

    private List<StartedWork> Select(Func<StartedWork, bool> which)
    {
        lock (_gate)
        {
            return _all.Where(which).ToList();
        }
    }
}
