using Playbooks.Execution.Blocks;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>
/// The jobs and branches that a block owns on one host: none of them ends unseen. One that a later task asks for is judged there; any
/// other fails the block at its next task boundary. <see cref="BlockJobsEnd"/> ends what is left.
/// </summary>
/// <param name="branch">What the host does there.</param>
/// <param name="host">The host.</param>
/// <param name="tally">Its counts.</param>
/// <param name="block">The block.</param>
/// <param name="started">All jobs of the host.</param>
/// <param name="outer">Those of the block around this one, which fail it, too; a branch leaves them to the block from which it was started.</param>
internal sealed class BlockJobs(BranchContext branch, Host host, HostTally tally, BlockRun block, StartedJobs started, BlockJobs? outer)
{
    private readonly Lock _gate = new();
    private readonly List<StartedWork> _all = [];
    private readonly HashSet<TaskInfo> _counted = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TaskFailedException> _failures = new(ReferenceEqualityComparer.Instance);
    private TaskCompletionSource<TaskFailedException> _failing = NotFailing();
    private bool _isShielded;

    /// <summary>Those of the block around this one.</summary>
    internal BlockJobs? Outer => outer;

    /// <summary>What is ended later than the rest after a failure; until then nobody judges it.</summary>
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

    /// <summary>From now on no job keeps a task from running: an <c>[Always]</c> task runs whatever happens.</summary>
    internal void Shield() => _isShielded = true;

    /// <summary>From now on jobs count again.</summary>
    internal void Unshield() => _isShielded = false;

    /// <summary>The block has failed: what fails from now on is a failure of its own.</summary>
    internal void FailAnew() => _failing = NotFailing();

    /// <summary>Whether a failure is that of a job which belongs to this block or one around it: no task and no loop within can take it for its own.</summary>
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

        await (outer?.JudgeEndedAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        await JudgeAsync(Select(work => IsUnasked(work) && work.HasEnded)).ConfigureAwait(false);
    }

    /// <summary>Waits for something, as long as no job or branch that nobody asks for fails; its failure ends all waits of the block.</summary>
    /// <exception cref="TaskFailedException">One of them failed.</exception>
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
    /// <exception cref="TaskFailedException">A job or another branch failed, for which nobody asks.</exception>
    internal async Task JoinAsync(StartedBranch beside)
    {
        await WaitAsync(beside.Ending, beside).ConfigureAwait(false);
        Settle(beside);
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

    /// <summary>Judges what has ended.</summary>
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

    /// <summary>Counts a failure once for this host; that of a job on another host is told here, too.</summary>
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
                Message = $"it ran once, and failed on {job.Host.Name}: {result.Message}",
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

    /// <summary>The failure of a job.</summary>
    internal TaskFailedException Failed(StartedJob job, TaskResult result) =>
        new(job.Task, host, result, result.Message ?? "the job failed");

    /// <summary>Whether nobody has taken the end of something into account, or will do so later.</summary>
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

    /// <summary>What a job or branch has failed this block with, or one around it.</summary>
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
