namespace Playbooks.Execution;

/// <summary>
/// Ansible's linear order: no host starts a task before every live host has finished the one before.
/// A host is live until its last task has ended, well or not.
/// </summary>
internal sealed class LinearOrder
{
    private readonly Lock _gate = new();
    private readonly List<Host> _live;
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;
    private TaskCompletionSource<Host> _next = NewBarrier();

    /// <param name="hosts">The hosts, in inventory order.</param>
    internal LinearOrder(IEnumerable<Host> hosts) => _live = [.. hosts];

    /// <summary>Completes when no host is live.</summary>
    internal Task Empty => _empty.Task;

    /// <summary>Waits for all live hosts.</summary>
    /// <returns>The first of them in inventory order.</returns>
    internal Task<Host> ArriveAsync(CancellationToken stop)
    {
        lock (_gate)
        {
            var barrier = _next.Task;
            _arrived++;
            OpenIfAllAreHere();
            return barrier.WaitAsync(stop);
        }
    }

    /// <summary>A host is no longer live.</summary>
    internal void Leave(Host host)
    {
        lock (_gate)
        {
            _live.Remove(host);
            OpenIfAllAreHere();
            if (_live.Count == 0)
            {
                _empty.TrySetResult();
            }
        }
    }

    private static TaskCompletionSource<Host> NewBarrier() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void OpenIfAllAreHere()
    {
        if (_arrived < _live.Count || _live.Count == 0)
        {
            return;
        }

        _arrived = 0;
        var barrier = _next;
        _next = NewBarrier();
        barrier.SetResult(_live[0]);
    }
}
