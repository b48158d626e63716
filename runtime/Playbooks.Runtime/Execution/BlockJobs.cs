namespace Playbooks.Execution;

/// <summary>
/// The jobs that a block owns on one host: none of them ends unseen. A job that a later task asks for is judged there; any other
/// fails the block at its next task boundary, and what is left is joined, cancelled or left at the end.
/// </summary>
internal sealed class BlockJobs(RunContext context, Host host, HostTally tally)
{
    private readonly Lock _gate = new();
    private readonly List<StartedJob> _jobs = [];
    private readonly HashSet<TaskInfo> _failed = new(ReferenceEqualityComparer.Instance);

    /// <summary>The jobs that run on, as far as is known.</summary>
    internal IReadOnlyList<StartedJob> Running => Select(job => !job.HasEnded || job.End.IsCanceled);

    internal void Add(StartedJob job)
    {
        lock (_gate)
        {
            _jobs.Add(job);
        }
    }

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

    /// <summary>Judges the jobs that have ended and that no later task asks for.</summary>
    /// <exception cref="TaskFailedException">One of them failed.</exception>
    internal async Task JudgeEndedAsync()
    {
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
            var others = Select(job => job != except && IsUnasked(job)).Select(job => job.End);
            await Task.WhenAny([awaited, .. others]).WaitAsync(context.Stop).ConfigureAwait(false);
            if (!awaited.IsCompleted)
            {
                await JudgeEndedAsync().ConfigureAwait(false);
            }
        }

        context.Stop.ThrowIfCancellationRequested();
    }

    /// <summary>The normal end of the block: joins, cancels or leaves what is left, then judges.</summary>
    /// <exception cref="TaskFailedException">A job failed.</exception>
    internal async Task EndAsync()
    {
        await JudgeEndedAsync().ConfigureAwait(false);
        if (Select(job => job.Task.RunOnce && !job.IsJudged).Count > 0)
        {
            await context.Order.Empty.WaitAsync(context.Stop).ConfigureAwait(false);
        }

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

    /// <summary>The end of the block after a failure: what is not to be left is cancelled, and gone when this returns.</summary>
    internal async Task CancelAsync()
    {
        if (Select(job => job.Task.RunOnce && !job.IsJudged).Count > 0)
        {
            await CancelAsync(job => !job.Task.RunOnce && job.Async.AtEnd != AtEnd.Leave).ConfigureAwait(false);
            await (context.CancelsJobs ? context.Order.Empty : context.Order.Empty.WaitAsync(context.Stop)).ConfigureAwait(false);
        }

        await CancelAsync(job => job.Async.AtEnd != AtEnd.Leave).ConfigureAwait(false);
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
            throw new TaskFailedException(job.Task, host, result, result.Message ?? "the job failed");
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

    private static bool IsUnasked(StartedJob job) => !job.IsJudged && job.Askers <= 0;

    private async Task JudgeAsync(StartedJob job) => Judge(job, await job.JoinResultAsync().ConfigureAwait(false));

    private async Task CancelAsync(Func<StartedJob, bool> which)
    {
        var cancelled = Select(job => !job.IsJudged && which(job));
        foreach (var job in cancelled)
        {
            job.IsJudged = true;
        }

        var results = await Task.WhenAll(cancelled.Select(job => job.CancelAsync())).ConfigureAwait(false);
        foreach (var (job, result) in cancelled.Zip(results).Where(pair => pair.Second.Failed))
        {
            Count(job, result);
        }
    }

    private List<StartedJob> Select(Func<StartedJob, bool> which)
    {
        lock (_gate)
        {
            return _jobs.Where(which).ToList();
        }
    }
}
