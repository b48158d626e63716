using Playbooks.Execution.Jobs;
using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>Starts the branches of a block, and joins them.</summary>
internal sealed class BranchStarter(BlockScope scope)
{
    /// <summary>Starts a branch, and does not wait for it; returns <see langword="null"/> if the task must not run.</summary>
    internal async Task<Branch<T>> StartAsync<T>(TaskInfo task, Func<HostRun, Task<T>> work)
        where T : class?
    {
        if (await scope.Boundaries.LeaveAsync(task).ConfigureAwait(false) is not { } left)
        {
            return null!;
        }

        if (scope.Block.IsGathered(left))
        {
            await scope.Branch.Agreement.PromiseAsync(left.PathOfTurn, scope.Host.Name).ConfigureAwait(false);
        }

        var cut = CancellationTokenSource.CreateLinkedTokenSource(scope.Branch.Cut);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(scope.Branch.Stop, cut.Token);
        var beside = scope.Beside(await scope.Branch.EnterAsync(scope.Block.PositionOf(left), stop.Token, cut.Token).ConfigureAwait(false));
        beside.Boundaries.Enter(scope.Boundaries, left);
        var started = new StartedBranch<T>(left, beside.Tally, cut, RunAsync(beside, left, work, stop)) { Askers = scope.Block.AskersOf(task) };
        scope.Jobs.Add(started);
        return new Branch<T>(started);
    }

    /// <summary>Waits for a branch, and returns the result of its <c>[Parallel]</c> task. If that task has failed, this method throws its failure.</summary>
    internal async Task<T> JoinAsync<T>(Branch<T> branch)
        where T : class? => branch is null || (scope.Boundaries.IsPassing && branch.Running.Askers <= 0)
            ? null!
            : await JoinAsync(branch.Running).ConfigureAwait(false);

    /// <summary>Waits for the branch of a task, if it exists.</summary>
    internal async Task JoinAsync<T>(TaskInfo task)
        where T : class
    {
        if (scope.Jobs.Select(work => work is StartedBranch<T> && work.Task.Member == task.Member) is [StartedBranch<T> own])
        {
            await JoinAsync(own).ConfigureAwait(false);
        }
    }

    private async Task<T> JoinAsync<T>(StartedBranch<T> branch)
        where T : class?
    {
        await scope.Jobs.JoinAsync(branch).ConfigureAwait(false);
        return await branch.Result.ConfigureAwait(false);
    }

    /// <summary>Runs the task of a branch, and ends what it has started.</summary>
    private async Task<T> RunAsync<T>(BlockScope beside, TaskInfo task, Func<HostRun, Task<T>> work, CancellationTokenSource stop)
        where T : class?
    {
        using var whenEnded = stop;
        T? given = null;
        try
        {
            given = await new BlockEnd(beside).RunAsync(work).ConfigureAwait(false);
            return given;
        }
        finally
        {
            scope.Jobs.Asked(task);
            if (scope.Block.IsGathered(task))
            {
                var shared = given is null ? null : RunJobs.ShareResults(given);
                await scope.Branch.Agreement.GiveAsync(task.PathOfTurn, scope.Host.Name, shared).ConfigureAwait(false);
            }

            await beside.Branch.LeaveAsync().ConfigureAwait(false);
        }
    }
}
