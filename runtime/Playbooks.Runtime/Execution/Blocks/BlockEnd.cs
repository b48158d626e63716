using System.Runtime.ExceptionServices;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>Ends a playbook or block on one host: its main part and the whole, after success or failure. Handles its rescue and its remaining jobs.</summary>
internal sealed class BlockEnd
{
    private readonly BlockScope _scope;
    private readonly BlockJobsEnd _jobs;

    internal BlockEnd(BlockScope scope)
    {
        _scope = scope;
        _jobs = new BlockJobsEnd(scope.Branch, scope.Block, scope.Jobs);
    }

    /// <summary>Runs the tasks. After a failure, ends what the tasks have started.</summary>
    /// <exception cref="TaskFailedException">A task failed.</exception>
    /// <exception cref="UnreachableException">The host could not be reached, or its connection was lost.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    internal async Task<TResults> RunAsync<TResults>(Func<HostRun, Task<TResults>> tasks)
    {
        try
        {
            return await tasks(new HostRun(_scope)).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            ExceptionDispatchInfo.Throw(await AbandonAsync(thrown).ConfigureAwait(false));
            throw;
        }
    }

    /// <summary>Ends the main part of the block: its jobs are joined, cancelled or left. If the block has other parts, a second call ends those.</summary>
    /// <exception cref="TaskFailedException">A job failed.</exception>
    internal async Task EndAsync()
    {
        await _jobs.EndAsync().ConfigureAwait(false);
        _scope.Block.IsMainOver = true;
    }

    /// <summary>
    /// Returns whether <c>[Rescue]</c> and <c>[Always]</c> tasks run after an exception. These tasks run after any exception, but not after the interruption of
    /// the run. In a branch beside a block that has failed, nothing is rescued any more, but <c>[Always]</c> tasks run.
    /// </summary>
    internal bool Handles(Exception thrown) => _scope.Branch.IsCut || !_scope.Branch.IsInterruption(thrown);

    /// <summary>
    /// Ends the main part, or the <c>[Rescue]</c> tasks, after a failure. The other jobs are cancelled; none of them is running when this method returns.
    /// </summary>
    /// <exception cref="TaskFailedException">No <c>[Rescue]</c> task handles this failure.</exception>
    /// <exception cref="UnreachableException">No <c>[Rescue]</c> task handles an unreachable host.</exception>
    internal async Task FailAsync(Exception thrown)
    {
        var during = _scope.During;
        var failure = Known(thrown);
        _scope.Inner = null;
        await CountFinalAsync(failure).ConfigureAwait(false);
        await _scope.Boundaries.AbandonAsync(failure).ConfigureAwait(false);
        var isLost = failure is UnreachableException;
        var others = await SettleAsync(() => _jobs.FailAsync(isLost)).ConfigureAwait(false) ?? [];
        var isOfRescue = _scope.Block.Failure is not null;
        _scope.Failure = failure = FirstFailure.Of(_scope.Failure, FirstFailure.With(failure, others), _scope.Jobs);
        _scope.Block.Fail(failure, during);
        if (_scope.Branch.IsInterruption(failure))
        {
            _scope.Branch.GoOnAfterCut();
            ExceptionDispatchInfo.Throw(failure);
        }

        if (isOfRescue || IsOfBlockAround(failure) || !_scope.Block.IsRescuedFrom(failure))
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (isLost)
        {
            _scope.Run.Events.Tell(new TaskFinished(during, _scope.Host, TaskOutcome.Unreachable, Result: null) { Message = failure.Message });
        }
    }

    /// <summary>Records that all <c>[Rescue]</c> tasks have succeeded: the host continues as if nothing had failed.</summary>
    internal void Rescued()
    {
        var failure = _scope.Block.Failure!;
        _scope.Failure = null;
        _scope.Tally.Rescue(_scope.FailuresBefore, failure.IsUnreachable);
        _scope.Run.Events.Tell(new HostRescued(_scope.Block.FailedTask!, _scope.Host, failure.Message) { Block = _scope.Block.Path });
    }

    /// <summary>Cleans up after a failure. Errors during the clean-up are reported, and do not hide the first failure.</summary>
    internal async Task<T?> SettleAsync<T>(Func<Task<T>> settle)
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
        catch (Exception thrown) when (_scope.Branch.IsInterruption(thrown))
        {
            // The end of the run reports the jobs that run on.
        }
        catch (Exception thrown) when (_scope.Branch.IsFailure(thrown))
        {
            _ = Known(thrown);
        }

        return null;
    }

    /// <summary>Reports that the host became unreachable, and which jobs may still run there.</summary>
    internal void TellLost(UnreachableException lost)
    {
        if (_scope.Tally.Lost())
        {
            var jobs = string.Join(", ", _scope.Started.Running.Select(job => job.Handle.Directory));
            var message = jobs.Length == 0
                ? lost.Message
                : $"{lost.Message} These jobs may still be running on the host until they reach their limits: {jobs}.";
            _scope.Run.Events.Tell(new HostUnreachable(_scope.Host, message) { Task = _scope.Current });
        }
    }

    // Informs the hosts that wait for this one, and ends what the block owns. Its jobs are left if the host is unreachable, or if the run was interrupted and
    // leaves jobs.
    private async Task<Exception> AbandonAsync(Exception thrown)
    {
        var failure = thrown == _scope.Failure ? thrown : FirstFailure.Of(_scope.Failure, Known(thrown), _scope.Jobs);
        await _scope.Boundaries.AbandonAsync(failure).ConfigureAwait(false);
        await CountFinalAsync(failure).ConfigureAwait(false);
        var isLost = failure is UnreachableException;
        if (thrown == _scope.Failure && _scope.Block.HasAlways)
        {
            // The [Always] tasks did not fail: what they have started is joined, cancelled or left as each task specifies.
            failure = FirstFailure.With(failure, await SettleAsync(() => _jobs.EndAfterFailureAsync(isLost)).ConfigureAwait(false) ?? []);
        }

        await _scope.Branch.ReachAsync(_scope.Block.EndPosition).ConfigureAwait(false);
        if (isLost || (_scope.Branch.IsInterruption(failure) && !_scope.Branch.CancelsJobs))
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

    // A failure that is not rescued counts before any other host continues. The failure of one of many blocks counts when all of them have ended.
    private async ValueTask CountFinalAsync(Exception failure)
    {
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            if (scope.Block.IsOneOfMany || (!scope.Block.IsMainOver && scope.Block.IsRescuedFrom(failure)))
            {
                return;
            }
        }

        if (failure is TaskFailedException or UnreachableException)
        {
            await _scope.Branch.Agreement.FailAsync(_scope.Host.Name).ConfigureAwait(false);
        }
    }

    private bool IsOfBlockAround(Exception failure) => failure is TaskFailedException failed && _scope.Jobs.Outer?.HaveFailedWith(failed) == true;

    /// <summary>Reports an unexpected exception as the failure of the task during which it was thrown.</summary>
    private Exception Known(Exception thrown) => _scope.Branch.IsFailure(thrown)
        ? _scope.Outcomes.Fail(_scope.During, result: null, Unexpected(_scope.During, thrown), thrown)
        : thrown;

    private static string Unexpected(TaskInfo task, Exception thrown) =>
        task.NoLog ? HiddenResult.MessageOf(task, thrown) : $"{thrown.GetType().Name}: {thrown.Message}";
}
