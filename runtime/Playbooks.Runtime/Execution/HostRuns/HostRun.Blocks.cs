using System.Globalization;
using System.Runtime.ExceptionServices;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Order;
using Playbooks.Execution.Tasks;

namespace Playbooks;

/// <content>Blocks, and the ends of a playbook or block: its rescue, and what becomes of its jobs.</content>
public sealed partial class HostRun
{
    /// <summary>Runs the tasks of a block.</summary>
    /// <typeparam name="TResults">What they give.</typeparam>
    /// <param name="task">The member that returns the block.</param>
    /// <param name="block">The block.</param>
    public async Task<TResults> RunBlockAsync<TResults>(TaskInfo task, Func<IBlock<TResults>> block)
        where TResults : class => (await RunBlockOptionalAsync(task, block).ConfigureAwait(false))!;

    /// <summary>Runs the tasks of a block, unless there is nothing to do.</summary>
    /// <typeparam name="TResults">What they give.</typeparam>
    /// <param name="task">The member that returns the block.</param>
    /// <param name="block">The block; <see langword="null"/> skips it.</param>
    public Task<TResults?> RunBlockOptionalAsync<TResults>(TaskInfo task, Func<IBlock<TResults>?> block)
        where TResults : class =>
        _flow.RunAsync(task, async task =>
        {
            if (_flow.Evaluate(task, block) is not { } evaluated)
            {
                _flow.Skip(task, NothingToDo);
                return null;
            }

            return await RunInnerAsync(task, evaluated, task.Path, _block.PositionOf(task)).ConfigureAwait(false);
        });

    /// <summary>Runs the blocks of a loop, one after the other or side by side; the others run to their ends where one fails.</summary>
    /// <typeparam name="TResults">What the tasks of each give.</typeparam>
    /// <param name="task">The member that returns the blocks.</param>
    /// <param name="blocks">The blocks.</param>
    public async Task<IReadOnlyList<TResults>> RunBlockEachAsync<TResults>(TaskInfo task, Func<IEnumerable<IBlock<TResults>>> blocks)
        where TResults : class =>
        (await _flow.RunAsync(task, async task =>
        {
            var items = _flow.Evaluate(task, () => blocks().ToList());
            if (items.Count == 0)
            {
                _flow.SkipEmpty(task);
            }

            return task.SideBySide is { } most
                ? await RunSideBySideAsync(task, items, most).ConfigureAwait(false)
                : await LoopItems.InOrderAsync(
                    items.Count,
                    item => RunInnerAsync(task.OfItem(item), items[item], PathOf(task, item), _block.PositionOf(task).Within(item))).ConfigureAwait(false);
        }).ConfigureAwait(false))!;

    /// <summary>What a task gave that may not have run: its result, its job, or those of a loop.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="task">The task, of the same playbook or block.</param>
    /// <returns>What it gave; <see langword="null"/> where it did not run, or is a job on a host that was lost.</returns>
    public T? Given<T>(TaskInfo task)
        where T : class => _block.Given<T>(task);

    /// <summary>Ends the main part of the playbook or block and, where it has other parts, the second time the whole: its jobs are joined, cancelled or left.</summary>
    /// <exception cref="TaskFailedException">A job failed.</exception>
    public async Task EndAsync()
    {
        await _jobs.EndAsync().ConfigureAwait(false);
        _block.IsMainOver = true;
    }

    /// <summary>
    /// Whether an exception is what <c>[Rescue]</c> and <c>[Always]</c> are for: anything but the interruption of the run. What was
    /// started beside a block that has failed is no more rescued, but <c>[Always]</c> runs.
    /// </summary>
    /// <param name="thrown">What the main part threw.</param>
    public bool Handles(Exception thrown) => _context.IsCut || !_context.IsInterruption(thrown);

    /// <summary>Ends the main part, or what was to rescue from its failure, after a failure: its other jobs are cancelled, and gone when this returns.</summary>
    /// <param name="thrown">What was thrown.</param>
    /// <exception cref="TaskFailedException">No <c>[Rescue]</c> task is for this failure.</exception>
    /// <exception cref="UnreachableException">No <c>[Rescue]</c> task is for the loss of the host.</exception>
    public async Task FailAsync(Exception thrown)
    {
        var during = Current ?? _block.Place(_block.Info.Tasks[^1]);
        var failure = Known(thrown);
        _inner = null;
        NoteFinal(failure);
        _flow.Abandon(failure);
        var isLost = failure is UnreachableException;
        var others = await SettleAsync(() => _jobs.FailAsync(isLost)).ConfigureAwait(false) ?? [];
        var isOfRescue = _block.Failure is not null;
        _failure = failure = FirstFailure.Of(_failure, FirstFailure.With(failure, others), _jobs);
        _block.Fail(failure, during);
        if (_context.IsInterruption(failure))
        {
            _context.GoOnAfterCut();
            ExceptionDispatchInfo.Throw(failure);
        }

        if (isOfRescue || ((failure as TaskFailedException)?.Owner is { } owner && owner != _jobs) || !_block.IsRescuedFrom(failure))
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (isLost)
        {
            _context.Events.Tell(new TaskFinished(during, Host, TaskOutcome.Unreachable, Result: null) { Message = failure.Message });
        }
    }

    /// <summary>All <c>[Rescue]</c> tasks have succeeded: the host goes on as if nothing had failed.</summary>
    public void Rescued()
    {
        _failure = null;
        Tally.Rescue(_failuresBefore, Failure!.IsUnreachable);
        _context.Events.Tell(new HostRescued(_block.FailedTask!, Host, Failure.Message) { Block = _block.Path });
    }

    /// <summary>Runs the tasks of the playbook or block, and ends what it has left after a failure.</summary>
    /// <exception cref="TaskFailedException">A task failed.</exception>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    internal async Task<TResults> RunAsync<TResults>(Func<HostRun, Task<TResults>> tasks)
    {
        try
        {
            return await tasks(this).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            ExceptionDispatchInfo.Throw(await AbandonAsync(thrown).ConfigureAwait(false));
            throw;
        }
    }

    /// <summary>Tells that the host was lost, and which jobs may run there.</summary>
    internal void TellLost(UnreachableException lost)
    {
        if (Tally.Lost())
        {
            var jobs = string.Join(", ", RunningJobs.Select(job => job.Handle.Directory));
            var message = jobs.Length == 0 ? lost.Message : $"{lost.Message} Jobs that may still run there, to their limits: {jobs}.";
            _context.Events.Tell(new HostUnreachable(Host, message) { Task = Current });
        }
    }

    private Task<TResults> RunInnerAsync<TResults>(TaskInfo task, IBlock<TResults> block, string path, TaskPosition position)
        where TResults : class
    {
        var inner = new BlockRun(_context, task.Block!, task, path, position, _block.IsStoppable(task));
        _handlers.Add(inner, block as IHandlers);
        return RunInnerAsync(inner, block.RunAsync);
    }

    private async Task<TResults> RunInnerAsync<TResults>(BlockRun block, Func<HostRun, Task<TResults>> tasks)
        where TResults : class
    {
        _inner = new HostRun(this, block);
        var results = await _inner.RunWithinAsync(tasks).ConfigureAwait(false);
        _inner = null;
        return results;
    }

    /// <summary>Runs the blocks of a loop side by side. The host is in several places then, each with an order, counts and an interruption of its own.</summary>
    private async Task<IReadOnlyList<TResults>> RunSideBySideAsync<TResults>(TaskInfo task, List<IBlock<TResults>> blocks, int most)
        where TResults : class
    {
        var around = _block.PositionOf(task);
        var runs = new List<HostRun>(blocks.Count);
        for (var item = 0; item < blocks.Count; item++)
        {
            var position = around.Within(item);
            var context = _context.Beside(_context.Order.Enter(Host, position), _context.Stop, _context.Cut);
            var block = new BlockRun(context, task.Block!, task.OfItem(item), PathOf(task, item), position, _block.IsStoppable(task)) { IsOneOfMany = true };
            _handlers.Add(block, blocks[item] as IHandlers);
            runs.Add(new HostRun(this, block, context, Tally.Beside()));
        }

        // Nobody waits for this host in the blocks that only others have.
        _context.Order.Reach(Host, _block.PositionAfter(task));
        try
        {
            return await LoopItems.SideBySideAsync(blocks.Count, most, item => runs[item].RunWithinAsync(blocks[item].RunAsync)).ConfigureAwait(false);
        }
        finally
        {
            foreach (var run in runs)
            {
                run._context.Order.Leave(Host);
                Tally.Add(run.Tally);
            }
        }
    }

    private static string PathOf(TaskInfo loop, int item) => string.Create(CultureInfo.InvariantCulture, $"{loop.Path}.{item}");

    /// <summary>Runs the tasks of a block within another, for which its failure is one like any other.</summary>
    private async Task<TResults> RunWithinAsync<TResults>(Func<HostRun, Task<TResults>> tasks)
        where TResults : class
    {
        try
        {
            return await RunAsync(tasks).ConfigureAwait(false);
        }
        catch (TaskFailedException failure) when (failure.Owner == _jobs)
        {
            failure.Owner = null;
            throw;
        }
    }

    // Those who count on this host are told, and what it owns is ended, unless the host is lost, or the run is interrupted and leaves its jobs.
    private async Task<Exception> AbandonAsync(Exception thrown)
    {
        var failure = thrown == _failure ? thrown : FirstFailure.Of(_failure, Known(thrown), _jobs);
        _flow.Abandon(failure);
        NoteFinal(failure);
        var isLost = failure is UnreachableException;
        if (thrown == _failure && _block.HasAlways)
        {
            // Nothing has failed there: what it has started is joined, cancelled or left as its tasks say.
            failure = FirstFailure.With(failure, await SettleAsync(() => _jobs.EndAfterFailureAsync(isLost)).ConfigureAwait(false) ?? []);
        }

        _context.Order.Reach(Host, _block.EndPosition);
        if (isLost || (_context.IsInterruption(failure) && !_context.CancelsJobs))
        {
            await _jobs.EndBranchesAsync(isCut: isLost).ConfigureAwait(false);
            return failure;
        }

        var others = await SettleAsync(async () =>
        {
            var failures = await _jobs.FailAsync(isLost: false).ConfigureAwait(false);
            await _jobs.EndDeferredAsync().ConfigureAwait(false);
            return failures;
        }).ConfigureAwait(false);
        return FirstFailure.With(failure, others ?? []);
    }

    // A failure from which nothing rescues counts for the other hosts before any of them can go on. That of one of many blocks counts when all have ended.
    private void NoteFinal(Exception failure)
    {
        for (var run = this; run is not null; run = run._outer)
        {
            if (run._block.IsOneOfMany || (!run._block.IsMainOver && run._block.IsRescuedFrom(failure)))
            {
                return;
            }
        }

        _context.NoteFailure(Host, failure);
    }

    // What goes wrong on the way is told, and does not hide the first failure.
    private async Task<T?> SettleAsync<T>(Func<Task<T>> settle)
        where T : class
    {
        try
        {
            return await settle().ConfigureAwait(false);
        }
        catch (UnreachableException lost)
        {
            TellLost(lost);
        }
        catch (Exception thrown) when (_context.IsInterruption(thrown))
        {
            // Jobs that run on are told at the end of the run.
        }
        catch (Exception thrown) when (thrown is BecomeException or FormatException)
        {
            _ = Known(thrown);
        }

        return null;
    }

    /// <summary>What nobody expected is told as the failure of the task during which it came.</summary>
    private Exception Known(Exception thrown) =>
        thrown is TaskFailedException or UnreachableException || _context.IsInterruption(thrown)
            ? thrown
            : Unexpected(Current ?? _block.Place(_block.Info.Tasks[^1]), thrown);

    private TaskFailedException Unexpected(TaskInfo task, Exception thrown) =>
        _flow.Fail(task, result: null, task.NoLog ? HiddenResult.MessageOf(task, thrown) : $"{thrown.GetType().Name}: {thrown.Message}", thrown);
}
