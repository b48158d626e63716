using Playbooks.Execution.Agreement;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Effects;
using Playbooks.Execution.Jobs;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>
/// The way of one host from task to task: where it waits for other hosts, which tasks it passes, which tasks one host runs for all, and what each task
/// returned.
/// </summary>
internal sealed class TaskBoundaries(BranchContext branch, BlockRun block, Host host, BlockJobs jobs, TaskOutcomes outcomes)
{
    private string? _runner;

    /// <summary>The task that has begun and has not ended.</summary>
    internal TaskInfo? Current { get; private set; }

    /// <summary>Whether the current task does not run. Then nothing waits for the jobs that it uses.</summary>
    internal bool IsPassing { get; private set; }

    /// <summary>Reaches a task: waits for the other hosts, and fails if a job that no task uses has failed.</summary>
    internal async Task BeginAsync(TaskInfo task)
    {
        task = block.Place(task);
        IsPassing = !branch.Run.Selection.Runs(task);
        if (IsPassing || Current == task || block.PassesOver(task))
        {
            return;
        }

        branch.Stop.ThrowIfCancellationRequested();
        var arrival = await ArriveAsync(task).ConfigureAwait(false);
        (Current, _runner) = (task, arrival.Runner);
        if (block.IsStoppable(task) && arrival.StopReason is { } reason)
        {
            throw outcomes.Fail(task, result: null, $"not run: {reason}", cause: null);
        }

        if (task.Part == TaskPart.Always)
        {
            jobs.Shield();
        }

        await jobs.JudgeEndedAsync().ConfigureAwait(false);
    }

    /// <summary>Reaches a task that runs as a branch, and continues without it.</summary>
    /// <returns>The task at its place; <see langword="null"/> if it must not run.</returns>
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

    /// <summary>Takes over a task that the host has reached in another branch.</summary>
    internal void Enter(TaskBoundaries from, TaskInfo task) => (_runner, Current) = (from._runner, task);

    /// <summary>Returns whether a task with a condition runs. For a task that runs once, its runner decides for all hosts.</summary>
    internal async Task<bool> DecideAsync(TaskInfo task, Func<bool> when)
    {
        task = block.Place(task);
        if (PassesOver(task))
        {
            return false;
        }

        await BeginAsync(task).ConfigureAwait(false);
        bool runs;
        if (IsRunByAnother(task))
        {
            runs = await FromRunnerAsync(task, branch.Agreement.DecisionAsync).ConfigureAwait(false);
        }
        else
        {
            runs = await outcomes.GuardAsync(
                task,
                () => branch.Run.Effects.RunAsync(
                    IdOf(task, EffectKind.Decision), () => Task.FromResult(UserCode.Call(when)), branch.Stop)).ConfigureAwait(false);
            if (task.RunOnce)
            {
                await branch.Agreement.DecideAsync(task.PathOfTurn, runs).ConfigureAwait(false);
            }
        }

        if (!runs)
        {
            outcomes.Skip(task, "the condition of [When] is false");
            End(task);
        }

        return runs;
    }

    /// <summary>Runs a task from its beginning to its end. If the task runs once, its runner runs it for all hosts.</summary>
    /// <param name="task">The task.</param>
    /// <param name="body">Runs the task.</param>
    /// <param name="sharing">How other hosts get what the task returns.</param>
    internal async Task<T?> RunAsync<T>(TaskInfo task, Func<TaskInfo, Task<T?>> body, Sharing<T> sharing)
        where T : class
    {
        task = block.Place(task);
        if (PassesOver(task))
        {
            return null;
        }

        await BeginAsync(task).ConfigureAwait(false);
        T? given;
        if (IsRunByAnother(task))
        {
            given = await FromRunnerAsync(task, branch.Agreement.ResultAsync).ConfigureAwait(false) is { } shared ? sharing.Receive(shared) : null;
        }
        else
        {
            given = await ReachingAsync(task, body).ConfigureAwait(false);
        }

        await GiveAsync(task, given, sharing).ConfigureAwait(false);
        if (task.RunOnce && !IsRunByAnother(task))
        {
            await branch.Agreement.CompleteAsync(task.PathOfTurn, given is null ? null : sharing.Share(given)).ConfigureAwait(false);
        }

        End(task);
        return given;
    }

    /// <summary>Keeps what a task returned, for tasks on this host or on all hosts that use it.</summary>
    internal async ValueTask GiveAsync<T>(TaskInfo task, T? given, Sharing<T> sharing)
        where T : class
    {
        block.Give(task, given);
        if (given is not null && !task.IsParallel && block.IsGathered(task))
        {
            await branch.Agreement.GiveAsync(task.PathOfTurn, host.Name, sharing.Share(given)).ConfigureAwait(false);
        }
    }

    /// <summary>Informs the hosts that wait for this one that the current task will not end normally.</summary>
    internal async ValueTask AbandonAsync(Exception reason)
    {
        if (Current is { RunOnce: true } task && !IsRunByAnother(task))
        {
            await branch.Agreement.AbandonAsync(task.PathOfTurn, new(reason.Message, (reason as TaskFailedException)?.Result)).ConfigureAwait(false);
        }
    }

    private Task<Arrival> ArriveAsync(TaskInfo task)
    {
        var at = branch.At(block.PositionOf(task)) with
        {
            Waits = branch.Run.Playbook.Strategy != Strategy.Free || task is not { RunOnce: false, Gathers.Count: 0 },
            Once = task.RunOnce ? task.PathOfTurn : null,
        };
        return branch.Run.Effects.RunAsync(
            IdOf(task, EffectKind.Boundary), () => branch.Agreement.ArriveAsync(at, branch.Stop), branch.Stop, () => branch.ReachAsync(at.Position));
    }

    private EffectId IdOf(TaskInfo task, EffectKind kind) => new(kind, branch.Run.Playbook.Name, task.Path, host.Name) { Turn = task.Turn };

    private bool PassesOver(TaskInfo task)
    {
        if (!branch.Run.Selection.Runs(task))
        {
            IsPassing = false;
            if (branch.Run.Selection.WhyNot(task) is { } reason)
            {
                outcomes.Skip(task, reason);
            }

            return true;
        }

        if (!block.PassesOver(task))
        {
            return false;
        }

        outcomes.Skip(task, "the host is unreachable");
        return true;
    }

    private bool IsRunByAnother(TaskInfo task) => task.RunOnce && _runner != host.Name;

    /// <summary>Runs a task. If its host becomes unreachable, reports that, and ignores it if the task says so.</summary>
    private async Task<T?> ReachingAsync<T>(TaskInfo task, Func<TaskInfo, Task<T?>> body)
        where T : class
    {
        try
        {
            // The tasks within a block are throttled one by one: a host that waits for other hosts within the block must not hold a slot.
            return task is { Throttle: { } most, Block: null, RunOnce: false }
                ? await ThrottleAsync(task, most, body).ConfigureAwait(false)
                : await body(task).ConfigureAwait(false);
        }
        catch (UnreachableException lost) when (task.IgnoreUnreachable)
        {
            outcomes.IgnoreLoss(task, lost);
            return null;
        }
        catch (OperationCanceledException) when (branch.IsCut && task.Block is null)
        {
            outcomes.Skip(task, BranchContext.WhyCut);
            throw;
        }
    }

    private async Task<T> ThrottleAsync<T>(TaskInfo task, int most, Func<TaskInfo, Task<T>> body)
    {
        await branch.Agreement.AcquireAsync(task.WrittenPath, most, branch.Stop).ConfigureAwait(false);
        try
        {
            return await body(task).ConfigureAwait(false);
        }
        finally
        {
            await branch.Agreement.ReleaseAsync(task.WrittenPath).ConfigureAwait(false);
        }
    }

    private async Task<T?> FromRunnerAsync<T>(TaskInfo task, Func<string, CancellationToken, Task<OnceAnswer<T>>> ask)
    {
        // This also passes the tasks of a block.
        await branch.ReachAsync(block.PositionAfter(task)).ConfigureAwait(false);
        var answer = await ask(task.PathOfTurn, branch.Stop).ConfigureAwait(false);
        if (answer.Failure is { } failure)
        {
            branch.Stop.ThrowIfCancellationRequested();
            throw outcomes.Fail(task, failure.Result, $"the task runs once for all hosts, and it failed on {_runner}: {failure.Message}", cause: null);
        }

        return answer.Value;
    }

    private void End(TaskInfo task)
    {
        jobs.Asked(task);
        Current = null;
    }
}
