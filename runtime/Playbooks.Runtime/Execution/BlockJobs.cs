namespace Playbooks.Execution;

/// <summary>
/// The jobs that a block owns on one host: none of them ends unseen. A job that a later task asks for is judged there; any other
/// fails the block at its next task boundary, and what is left is joined, cancelled or left at the end.
/// </summary>
/// <param name="context">The run.</param>
/// <param name="host">The host.</param>
/// <param name="tally">Its counts.</param>
/// <param name="block">The block.</param>
/// <param name="started">All jobs of the host.</param>
/// <param name="outer">The jobs of the block around this one.</param>
internal sealed class BlockJobs(RunContext context, Host host, HostTally tally, BlockRun block, StartedJobs started, BlockJobs? outer)
{
    private readonly Lock _gate = new();
    private readonly List<StartedJob> _jobs = [];
    private readonly HashSet<StartedJob> _deferred = [];
    private readonly HashSet<TaskInfo> _failed = new(ReferenceEqualityComparer.Instance);
    private bool _isShielded;

    internal void Add(StartedJob job)
    {
        started.Add(job);
        job.Joined = result => block.Notifications.Note(job.Task, [result]);
        lock (_gate)
        {
            _jobs.Add(job);
        }
    }

    /// <summary>From now on no job keeps a task from running: an <c>[Always]</c> task runs whatever happens.</summary>
    internal void Shield() => _isShielded = true;

    /// <summary>A task that asked for jobs has run, or was skipped.</summary>
    internal void Asked(TaskInfo task)
    {
        if (task.Needs.Count == 0)
        {
            return;
        }

        foreach (var job in Select(job => task.Needs.Contains(job.Task.Member)))
        {
            job.Askers--;
        }
    }

    /// <summary>Judges the jobs that have ended and that no later task asks for, those of the blocks around this one, too.</summary>
    /// <exception cref="TaskFailedException">One of them failed.</exception>
    internal async Task JudgeEndedAsync()
    {
        if (_isShielded)
        {
            return;
        }

        await (outer?.JudgeEndedAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        foreach (var job in Select(job => IsUnasked(job) && job.HasEnded))
        {
            await JudgeAsync(job).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for something, as long as no job that nobody asks for fails.</summary>
    /// <exception cref="TaskFailedException">One of them failed.</exception>
    internal async Task WaitAsync(Task awaited, StartedJob? except = null)
    {
        while (!awaited.IsCompleted)
        {
            context.Stop.ThrowIfCancellationRequested();
            var others = Unasked().Where(job => job != except).Select(job => job.End);
            await Task.WhenAny([awaited, .. others]).WaitAsync(context.Stop).ConfigureAwait(false);
            if (!awaited.IsCompleted)
            {
                await JudgeEndedAsync().ConfigureAwait(false);
            }
        }

        context.Stop.ThrowIfCancellationRequested();
    }

    /// <summary>The normal end of the block, or of its main part: joins, cancels or leaves what is left, then judges.</summary>
    /// <exception cref="TaskFailedException">A job failed.</exception>
    internal async Task EndAsync()
    {
        _isShielded = false;
        context.Order.Reach(host, block.EndPosition);
        await JudgeEndedAsync().ConfigureAwait(false);
        await EndDeferredAsync().ConfigureAwait(false);
        await UntilNobodyAsksAsync(Select(job => !job.IsJudged)).ConfigureAwait(false);
        var joined = Select(job => !job.IsJudged && job.Async.AtEnd == AtEnd.Join);
        foreach (var job in joined)
        {
            using (job.Waiting())
            {
                await WaitAsync(job.End, job).ConfigureAwait(false);
            }
        }

        await Task.WhenAll(joined.Select(job => job.JoinResultAsync())).ConfigureAwait(false);
        await Task.WhenAll(Select(job => !job.IsJudged && job.Async.AtEnd == AtEnd.Cancel && !job.HasEnded)
            .Select(job => job.CancelAsync())).ConfigureAwait(false);
        foreach (var job in Select(job => !job.IsJudged && job.HasEnded))
        {
            await JudgeAsync(job).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The main part has failed: what is not to be left is cancelled, and gone when this returns; except what runs once for all
    /// hosts, and what is on a host that was lost, which <see cref="EndDeferredAsync"/> ends.
    /// </summary>
    /// <param name="isLost">Whether the host was lost.</param>
    /// <returns>The failures of jobs that had ended before.</returns>
    internal async Task<IReadOnlyList<TaskFailedException>> FailAsync(bool isLost)
    {
        var left = Select(job => !job.IsJudged && job.Async.AtEnd != AtEnd.Leave);
        _deferred.UnionWith(left.Where(job => isLost || job.Task.RunOnce));
        return await CancelAsync([.. left.Except(_deferred)]).ConfigureAwait(false);
    }

    /// <summary>Cancels what was put off when the main part failed.</summary>
    internal async Task EndDeferredAsync()
    {
        await UntilNobodyAsksAsync([.. _deferred]).ConfigureAwait(false);
        await CancelAsync([.. _deferred.Where(job => !job.IsJudged)]).ConfigureAwait(false);
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

    private bool IsUnasked(StartedJob job) => !job.IsJudged && job.Askers <= 0 && !_deferred.Contains(job);

    private TaskFailedException Failed(StartedJob job, TaskResult result) =>
        new(job.Task, host, result, result.Message ?? "the job failed");

    private IEnumerable<StartedJob> Unasked() => _isShielded ? [] : Select(IsUnasked).Concat(outer?.Unasked() ?? []);

    private async Task JudgeAsync(StartedJob job)
    {
        var result = await job.JoinResultAsync().ConfigureAwait(false);
        try
        {
            Judge(job, result);
        }
        catch (TaskFailedException failed)
        {
            failed.Owner = this;
            throw;
        }
    }

    // A job of a [RunOnce] task is every host's, until all of them have left the block.
    private async Task UntilNobodyAsksAsync(IReadOnlyList<StartedJob> jobs)
    {
        if (jobs.Any(job => job.Task.RunOnce))
        {
            await context.Order
                .ArriveAsync(host, block.EndPosition, context.CancelsJobs ? CancellationToken.None : context.Stop)
                .ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<TaskFailedException>> CancelAsync(IReadOnlyList<StartedJob> jobs)
    {
        foreach (var job in jobs)
        {
            job.IsJudged = true;
        }

        var results = await Task.WhenAll(jobs.Select(job => job.CancelAsync())).ConfigureAwait(false);
        var failures = new List<TaskFailedException>();
        foreach (var (job, result) in jobs.Zip(results).Where(pair => pair.Second.Failed))
        {
            Count(job, result);
            failures.Add(Failed(job, result));
        }

        return failures;
    }

    private List<StartedJob> Select(Func<StartedJob, bool> which)
    {
        lock (_gate)
        {
            return _jobs.Where(which).ToList();
        }
    }
}
