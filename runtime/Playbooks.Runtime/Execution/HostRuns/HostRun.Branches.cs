
using Playbooks.Execution.Jobs;

namespace Playbooks;

/// <content>Branches: what runs beside the tasks that follow it.</content>
public sealed partial class HostRun
{
    /// <summary>Starts a task that runs beside those that follow it, and does not wait for it.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="work">Runs it.</param>
    public async Task<Branch<T>> BranchAsync<T>(TaskInfo task, Func<HostRun, Task<T>> work)
        where T : class?
    {
        if (await _flow.LeaveAsync(task).ConfigureAwait(false) is not { } left)
        {
            return null!;
        }

        var cut = CancellationTokenSource.CreateLinkedTokenSource(_context.Cut);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_context.Stop, cut.Token);
        var context = _context.Beside(_context.Order.Enter(Host, _block.PositionOf(left)), stop.Token, cut.Token);
        var beside = new HostRun(context, _endpoint, Tally.Beside(), _started, _handlers, _block.Beside(context), _outer);
        beside._flow.Enter(_flow, left);
        var started = new StartedBranch<T>(left, beside.Tally, cut, beside.RunBesideAsync(left, work, stop, _jobs)) { Askers = _block.AskersOf(task) };
        _jobs.Add(started);
        var branch = new Branch<T>(started);
        _flow.Gather(left, branch);
        return branch;
    }

    /// <summary>Waits for a branch; its failure is that of its task.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="branch">The branch.</param>
    public async Task<T> JoinAsync<T>(Branch<T> branch)
        where T : class?
    {
        if (branch is null || (_flow.IsPassing && branch.Running.Askers <= 0))
        {
            return null!;
        }

        await _jobs.JoinAsync(branch.Running).ConfigureAwait(false);
        return await branch.Running.Result.ConfigureAwait(false);
    }

    /// <summary>Waits for a branch, if there is one.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="branch">The branch, if its task was not skipped.</param>
    public async Task<T?> JoinOptionalAsync<T>(Branch<T>? branch)
        where T : class? => branch is null ? null : await JoinAsync(branch).ConfigureAwait(false);

    /// <summary>Runs the one task of a branch, and ends what it has left.</summary>
    private async Task<T> RunBesideAsync<T>(TaskInfo task, Func<HostRun, Task<T>> work, CancellationTokenSource stop, BlockJobs owner)
    {
        using var whenEnded = stop;
        try
        {
            return await RunAsync(work).ConfigureAwait(false);
        }
        finally
        {
            owner.Asked(task);
            _context.Order.Leave(Host);
        }
    }
}
