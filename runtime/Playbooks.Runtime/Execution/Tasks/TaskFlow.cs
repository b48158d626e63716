using System.Globalization;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Order;

namespace Playbooks.Execution.Tasks;

/// <summary>The way of one host through its tasks: their boundaries, what runs once, what is skipped, and how each is counted.</summary>
internal sealed class TaskFlow(RunContext context, BlockRun block, Host host, HostTally tally, BlockJobs jobs)
{
    private readonly HashSet<TaskInfo> _failed = new(ReferenceEqualityComparer.Instance);
    private Host? _firstLive;

    /// <summary>The task that has begun and has not ended.</summary>
    internal TaskInfo? Current { get; private set; }

    /// <summary>Whether the task that was come to is not to run, and nothing that it asks for is waited for.</summary>
    internal bool IsPassing { get; private set; }

    /// <summary>A task boundary: waits for the other hosts, and fails where a job that nobody asks for has failed.</summary>
    internal async Task BeginAsync(TaskInfo task)
    {
        task = block.Place(task);
        IsPassing = !context.Selection.Runs(task);
        if (IsPassing || Current == task || block.PassesOver(task))
        {
            return;
        }

        context.Stop.ThrowIfCancellationRequested();
        var position = block.PositionOf(task);
        _firstLive = await context.ArriveAsync(host, task, position).ConfigureAwait(false);
        Current = task;

        // Claimed before anything of this host can fail, so that the others are told when it does.
        _ = OnceOf(task);
        if (block.IsStoppable(task) && context.Batch.Budget.StopsAt(position) is { } reason)
        {
            throw Fail(task, result: null, $"not run: {reason}", cause: null);
        }

        if (task.Part == TaskPart.Always)
        {
            jobs.Shield();
        }

        await jobs.JudgeEndedAsync().ConfigureAwait(false);
    }

    /// <summary>Begins a task that runs beside, and goes on without it.</summary>
    /// <returns>The task, where it stands; <see langword="null"/> where it is not to run.</returns>
    internal async Task<TaskInfo?> LeaveAsync(TaskInfo task)
    {
        task = block.Place(task);
        if (PassesOver(task))
        {
            return null;
        }

        await BeginAsync(task).ConfigureAwait(false);
        Current = null;
        return task;
    }

    /// <summary>Comes to a task, beside the flow that has begun it.</summary>
    internal void Enter(TaskFlow flow, TaskInfo task) => (_firstLive, Current) = (flow._firstLive, task);

    /// <summary>Whether a task with a condition runs; if it runs once, its first live host judges for all.</summary>
    internal async Task<bool> DecideAsync(TaskInfo task, Func<bool> when)
    {
        task = block.Place(task);
        if (PassesOver(task))
        {
            return false;
        }

        await BeginAsync(task).ConfigureAwait(false);
        bool runs;
        if (OnceOf(task) is { } once && once.Runner != host)
        {
            runs = await FromRunnerAsync(task, once, once.Decision).ConfigureAwait(false);
        }
        else
        {
            runs = Evaluate(task, when);
            OnceOf(task)?.Decide(runs);
        }

        if (!runs)
        {
            Skip(task, "its condition does not hold");
            End(task);
        }

        return runs;
    }

    /// <summary>Runs a task from its boundary to its end; if it runs once, on its first live host for all.</summary>
    internal async Task<T?> RunAsync<T>(TaskInfo task, Func<TaskInfo, Task<T?>> body)
        where T : class
    {
        task = block.Place(task);
        if (PassesOver(task))
        {
            return null;
        }

        await BeginAsync(task).ConfigureAwait(false);
        T? result;
        if (OnceOf(task) is not { } once)
        {
            // The tasks of a block are throttled one by one: whoever waits for others within it must not hold them up.
            result = await ReachingAsync(
                task, () => task.Block is null ? context.Batch.ThrottleAsync(task, () => body(task), context.Stop) : body(task)).ConfigureAwait(false);
        }
        else if (once.Runner == host)
        {
            result = await ReachingAsync(task, () => body(task)).ConfigureAwait(false);
            once.Complete(result);
        }
        else
        {
            result = (T?)await FromRunnerAsync(task, once, once.Result).ConfigureAwait(false);
        }

        Give(task, result);
        End(task);
        return result;
    }

    /// <summary>Evaluates a member of the playbook; what it throws is the task's failure, told with file and line.</summary>
    internal T Evaluate<T>(TaskInfo task, Func<T> member)
    {
        try
        {
            return UserCode.Call(member);
        }
        catch (UserCodeException thrown)
        {
            throw Fail(task, result: null, HiddenResult.MessageOf(task, thrown), thrown);
        }
    }

    /// <summary>A task with the limit that a member of the playbook computes; a poll is no longer than half of it.</summary>
    internal TaskInfo Limited(TaskInfo task, Func<JobLimit>? limit)
    {
        if (limit is null)
        {
            return task;
        }

        if (Evaluate(task, limit).Value is not { } longest)
        {
            return task with { Async = task.Async! with { Limit = 0 } };
        }

        if (longest <= TimeSpan.Zero || longest.TotalSeconds > int.MaxValue)
        {
            var instead = longest <= TimeSpan.Zero ? "more than 0 s, or null for the foreground" : string.Create(CultureInfo.InvariantCulture, $"{int.MaxValue} s, 68 years, at most");
            throw Fail(task, result: null, $"its limit is {longest.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s: give {instead}", cause: null);
        }

        var seconds = (int)Math.Ceiling(longest.TotalSeconds);
        return task with { Async = task.Async! with { Limit = seconds, Poll = Math.Min(task.Async.Poll, Math.Max(1, seconds / 2)) } };
    }

    /// <summary>Runs an item; what a module throws, other than that its host was lost, is the task's failure.</summary>
    internal async Task<T> GuardAsync<T>(TaskInfo task, Func<Task<T>> item)
    {
        try
        {
            return await item().ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is not (UnreachableException or TaskFailedException)
            && !context.IsInterruption(thrown))
        {
            throw Fail(task, result: null, HiddenResult.MessageOf(task, thrown), thrown);
        }
    }

    /// <summary>Counts a task whose items have all run, and fails the block where one failed.</summary>
    internal void Conclude(TaskInfo task, IReadOnlyList<TaskResult> results)
    {
        if (results.Count == 0)
        {
            SkipEmpty(task);
            return;
        }

        tally.Count(Worst(results.Select(result => Verdict.Outcome(task, result))));
        Give(task, task.IsLoop ? results : results[0]);
        var failed = results.Where(result => result.Failed).ToList();
        if (failed.Count > 0 && !task.IgnoreErrors)
        {
            var message = failed[0].Message ?? "failed";
            throw new TaskFailedException(
                task,
                host,
                failed[0],
                task.IsLoop ? LoopItems.Failed(failed.Count, results.Count, results.TakeWhile(result => !result.Failed).Count(), failed[0].Label, message) : message);
        }
    }

    /// <summary>Counts a task that was started. Where it has ended already, its failure is counted as a job's is: by whoever judges it.</summary>
    internal void ConcludeStart(IEnumerable<StartedJob> started) => tally.Count(Worst(
        started.Select(job => job.EndedAs is { } outcome and not (TaskOutcome.Failed or TaskOutcome.Ignored) ? outcome : TaskOutcome.Changed)));

    internal void SkipEmpty(TaskInfo task) => Skip(task, "no items");

    internal void Skip(TaskInfo task, string reason)
    {
        tally.Count(TaskOutcome.Skipped);
        context.Events.Tell(new TaskFinished(task, host, TaskOutcome.Skipped, Result: null) { Message = reason });
    }

    /// <summary>The task that has begun does not end well: the hosts that count on this one for it are told.</summary>
    internal void Abandon(Exception reason)
    {
        if (Current is { } task && OnceOf(task) is { } once && once.Runner == host)
        {
            once.Abandon(reason);
        }
    }

    private bool PassesOver(TaskInfo task)
    {
        if (!context.Selection.Runs(task))
        {
            IsPassing = false;
            if (context.Selection.WhyNot(task) is { } reason)
            {
                Skip(task, reason);
            }

            return true;
        }

        if (!block.PassesOver(task))
        {
            return false;
        }

        Skip(task, "the host was lost");
        return true;
    }

    /// <summary>Runs a task; that its host was lost is told, and ignored where the task says so.</summary>
    private async Task<T?> ReachingAsync<T>(TaskInfo task, Func<Task<T?>> body)
        where T : class
    {
        try
        {
            return await body().ConfigureAwait(false);
        }
        catch (UnreachableException lost) when (task.IgnoreUnreachable)
        {
            tally.Count(TaskOutcome.Ignored);
            context.Events.Tell(new TaskFinished(task, host, TaskOutcome.Ignored, Result: null) { Message = $"unreachable: {lost.Message}" });
            return null;
        }
        catch (OperationCanceledException) when (context.IsCut && task.Block is null)
        {
            Skip(task, RunContext.WhyCut);
            throw;
        }
    }

    /// <summary>Keeps what a task gave for those who ask for it of all hosts.</summary>
    internal void Gather(TaskInfo task, object given)
    {
        if (block.IsGathered(task))
        {
            context.Batch.Gathered.Give(task, host, given);
        }
    }

    private void Give(TaskInfo task, object? given)
    {
        block.Give(task, given);
        if (given is not null && !task.IsParallel)
        {
            Gather(task, given);
        }
    }

    private static TaskOutcome Worst(IEnumerable<TaskOutcome> outcomes)
    {
        var all = outcomes.ToHashSet();
        return new[] { TaskOutcome.Failed, TaskOutcome.Ignored, TaskOutcome.Changed, TaskOutcome.Ok }
            .Where(all.Contains).FirstOrDefault(TaskOutcome.Skipped);
    }

    private OnceTask? OnceOf(TaskInfo task) => task.RunOnce ? context.Once(task, _firstLive!) : null;

    private async Task<T> FromRunnerAsync<T>(TaskInfo task, OnceTask once, Task<T> shared)
    {
        // The tasks of a block are then passed by, too.
        context.Order.Reach(host, block.PositionAfter(task));
        try
        {
            return await shared.WaitAsync(context.Stop).ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is TaskFailedException or UnreachableException || (thrown is OperationCanceledException && !context.IsInterruption(thrown)))
        {
            throw Fail(task, (thrown as TaskFailedException)?.Result, $"it runs once, and failed on {once.Runner.Name}: {thrown.Message}", thrown);
        }
    }

    /// <summary>Tells a failure that has no result of its own, and counts it once a task.</summary>
    internal TaskFailedException Fail(TaskInfo task, TaskResult? result, string message, Exception? cause)
    {
        if (_failed.Add(task))
        {
            tally.Count(TaskOutcome.Failed);
        }

        context.Events.Tell(new TaskFinished(task, host, TaskOutcome.Failed, result) { Message = message });
        return new TaskFailedException(task, host, result, message, cause);
    }

    private void End(TaskInfo task)
    {
        jobs.Asked(task);
        Current = null;
    }
}
