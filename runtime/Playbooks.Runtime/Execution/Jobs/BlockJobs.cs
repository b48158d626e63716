using Playbooks.Execution.Blocks;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>
/// The jobs and branches that a block owns on one host. The end of each is noticed. If a later task uses a job, that task handles its failure; the failure of
/// any other job fails the block at the next task boundary. <see cref="BlockJobsEnd"/> ends the remaining ones.
/// </summary>
/// <param name="branch">What the host does in this branch.</param>
/// <param name="host">The host.</param>
/// <param name="tally">The host's counts.</param>
/// <param name="block">The block.</param>
/// <param name="started">All jobs of the host.</param>
/// <param name="outer">
/// The jobs of the block around this one, whose failures also fail this one. A branch has none: the block that started it handles them.
/// </param>
internal sealed class BlockJobs(BranchContext branch, Host host, HostTally tally, BlockRun block, StartedJobs started, BlockJobs? outer)
{
    private readonly Lock _gate = new();
    private readonly List<StartedWork> _all = [];
    private readonly HashSet<TaskInfo> _counted = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TaskFailedException> _failures = new(ReferenceEqualityComparer.Instance);
    private TaskCompletionSource<TaskFailedException> _failing = NotFailing();
    private bool _isShielded;

    /// <summary>The jobs of the block around this one.</summary>
    internal BlockJobs? Outer => outer;

    /// <summary>The jobs and branches that are ended later than the others after a failure. Until then, their failures do not count.</summary>
    internal HashSet<StartedWork> Deferred { get; } = [];

    internal void Add(StartedJob job)
    {
        started.Add(job);
        branch.Run.Jobs.Add(job);
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

    /// <summary>From now on, no failed job prevents a task from running, so that <c>[Always]</c> tasks run in any case.</summary>
    internal void Shield() => _isShielded = true;

    /// <summary>From now on, failures of jobs count again.</summary>
    internal void Unshield() => _isShielded = false;

    /// <summary>Records that the block has failed: later failures are separate from that one.</summary>
    internal void FailAnew() => _failing = NotFailing();

    /// <summary>Whether a failure is that of a job of this block or an outer one, so that no task or loop within treats it as its own.</summary>
    internal bool HaveFailedWith(TaskFailedException failure)
    {
        lock (_gate)
        {
            if (_failures.Contains(failure))
            {
                return true;
            }
        }

        return outer?.HaveFailedWith(failure) == true;
    }

    /// <summary>Records that a task that uses jobs or branches has run or was skipped.</summary>
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

    /// <summary>Checks the jobs and branches that have ended and that no later task uses, including those of outer blocks.</summary>
    /// <exception cref="TaskFailedException">One of them failed.</exception>
    internal async Task JudgeEndedAsync()
    {
        if (_isShielded)
        {
            return;
        }

        await (outer?.JudgeEndedAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        await JudgeAsync(Select(work => IsUnasked(work) && work.HasEnded)).ConfigureAwait(false);
    }

    /// <summary>Waits for a task. Stops waiting if a job or branch that no task uses fails: its failure ends all waits of the block.</summary>
    /// <exception cref="TaskFailedException">A job or branch failed.</exception>
    internal async Task WaitAsync(Task awaited, StartedWork? except = null)
    {
        while (!awaited.IsCompleted)
        {
            branch.Stop.ThrowIfCancellationRequested();
            var failing = Failing().ToList();
            var others = Unasked().Where(work => work != except).Select(work => work.Ending);
            await Task.WhenAny([awaited, .. failing, .. others]).WaitAsync(branch.Stop).ConfigureAwait(false);
            if (!awaited.IsCompleted)
            {
                if (failing.Find(each => each.IsCompleted) is { } failed)
                {
                    throw await failed.ConfigureAwait(false);
                }

                await JudgeEndedAsync().ConfigureAwait(false);
            }
        }

        branch.Stop.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for a branch.</summary>
    /// <exception cref="TaskFailedException">A job or another branch that no task uses failed.</exception>
    internal async Task JoinAsync(StartedBranch beside)
    {
        await WaitAsync(beside.Ending, beside).ConfigureAwait(false);
        Settle(beside);
    }

    /// <summary>Counts the end of a job for the host, and fails the block if necessary.</summary>
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

    /// <summary>Takes the ends of jobs and branches into account.</summary>
    /// <exception cref="TaskFailedException">One of them failed.</exception>
    internal async Task JudgeAsync(IEnumerable<StartedWork> ended)
    {
        foreach (var work in ended)
        {
            try
            {
                await JudgeAsync(work).ConfigureAwait(false);
            }
            catch (TaskFailedException failed)
            {
                lock (_gate)
                {
                    _failures.Add(failed);
                }

                _failing.TrySetResult(failed);
                throw;
            }
        }
    }

    /// <summary>Counts a failure once for this host. Also reports it if the job belongs to another host.</summary>
    internal void Count(StartedJob job, TaskResult result)
    {
        if (!_counted.Add(job.Task))
        {
            return;
        }

        var outcome = Verdict.Outcome(job.Task, result);
        tally.JobFailed(ignored: outcome == TaskOutcome.Ignored);
        if (job.Host != host)
        {
            branch.Run.Events.Tell(new TaskFinished(job.Task, host, outcome, result)
            {
                Message = $"the task runs once for all hosts, and it failed on {job.Host.Name}: {result.Message}",
            });
        }
    }

    /// <summary>Takes the end of a branch into account, once.</summary>
    internal void Settle(StartedBranch beside)
    {
        if (!beside.IsJudged)
        {
            beside.IsJudged = true;
            tally.Add(beside.Tally);
        }
    }

    /// <summary>Returns the exception for a failed job.</summary>
    internal TaskFailedException Failed(StartedJob job, TaskResult result) =>
        new(job.Task, host, result, result.Message ?? "the job failed");

    /// <summary>Whether the end of a job or branch is not yet taken into account and is not deferred.</summary>
    internal bool IsLeft(StartedWork work) => !work.IsJudged && !Deferred.Contains(work);

    internal List<StartedWork> Select(Func<StartedWork, bool> which)
    {
        lock (_gate)
        {
            return _all.Where(which).ToList();
        }
    }

    private bool IsUnasked(StartedWork work) => IsLeft(work) && work.Askers <= 0;

    private IEnumerable<StartedWork> Unasked() => _isShielded ? [] : Select(IsUnasked).Concat(outer?.Unasked() ?? []);

    /// <summary>Complete when a job or branch has failed this block or an outer one.</summary>
    private IEnumerable<Task<TaskFailedException>> Failing() => _isShielded ? [] : [_failing.Task, .. outer?.Failing() ?? []];

    private static TaskCompletionSource<TaskFailedException> NotFailing() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task JudgeAsync(StartedWork work)
    {
        if (work is StartedBranch beside)
        {
            Settle(beside);
            await beside.Ending.ConfigureAwait(false);
        }
        else if (work is StartedJob job)
        {
            Judge(job, await job.JoinResultAsync().ConfigureAwait(false));
        }
    }
}
