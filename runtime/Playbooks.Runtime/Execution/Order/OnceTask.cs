using Playbooks.Execution.Agreement;

namespace Playbooks.Execution.Order;

/// <summary>A <c>[RunOnce]</c> task: one host runs it, and all hosts get its outcome.</summary>
internal sealed class OnceTask
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<OnceAnswer<bool>> _decision = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<OnceAnswer<SharedValue>> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (string Host, Lane? Lane)? _claim;

    /// <summary>Whether the task runs, if a <c>When</c> decides that.</summary>
    internal Task<OnceAnswer<bool>> Decision => _decision.Task;

    /// <summary>The task's result.</summary>
    internal Task<OnceAnswer<SharedValue>> Result => _result.Task;

    /// <summary>Claims the task for the first live host, in that host's lane.</summary>
    /// <returns>The host that runs the task.</returns>
    internal string Claim(string firstLive, Lane? lane)
    {
        lock (_gate)
        {
            _claim ??= (firstLive, lane);
            return _claim.Value.Host;
        }
    }

    /// <summary>Records that a host has left a lane: it will not complete the task any more.</summary>
    internal void Left(string host, Lane? lane)
    {
        lock (_gate)
        {
            if (_claim != (host, lane))
            {
                return;
            }
        }

        Abandon(new($"{host} stopped before the task ended there", Result: null));
    }

    internal void Decide(bool runs) => _decision.TrySetResult(new(runs, Failure: null));

    internal void Complete(SharedValue? given) => _result.TrySetResult(new(given, Failure: null));

    internal void Abandon(SharedFailure reason)
    {
        _decision.TrySetResult(new(Value: false, reason));
        _result.TrySetResult(new(Value: null, reason));
    }
}
