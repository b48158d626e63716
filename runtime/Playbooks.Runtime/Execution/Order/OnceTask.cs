namespace Playbooks.Execution.Order;

/// <summary>A <c>[RunOnce]</c> task: one host runs it, all see what came of it.</summary>
/// <param name="runner">The host that runs it.</param>
internal sealed class OnceTask(Host runner)
{
    private readonly TaskCompletionSource<bool> _decision = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<object?> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Host Runner => runner;

    /// <summary>Whether it runs, where a <c>When</c> says so.</summary>
    internal Task<bool> Decision => _decision.Task;

    /// <summary>Its result, or its job; <see langword="null"/> where it was skipped.</summary>
    internal Task<object?> Result => _result.Task;

    internal void Decide(bool runs) => _decision.TrySetResult(runs);

    internal void Complete(object? result) => _result.TrySetResult(result);

    /// <summary>The runner failed or was lost before it was done; without effect afterwards.</summary>
    internal void Abandon(Exception reason)
    {
        if (_decision.TrySetException(reason))
        {
            _ = _decision.Task.Exception;
        }

        if (_result.TrySetException(reason))
        {
            _ = _result.Task.Exception;
        }
    }
}
