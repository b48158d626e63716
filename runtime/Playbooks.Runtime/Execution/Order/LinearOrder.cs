namespace Playbooks.Execution.Order;

/// <summary>
/// Ansible's linear order: no host starts a task before every live host has finished the tasks before it. Hosts may run different tasks of a playbook, so
/// their positions are compared: a host that has passed a position holds up no host there. A host is live until its last task has ended, with success or
/// failure.
/// </summary>
internal sealed class LinearOrder
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskPosition> _live = new(StringComparer.Ordinal);

    /// <summary>The number of live hosts at each position. The first key is the position of the last host.</summary>
    private readonly SortedDictionary<TaskPosition, int> _standing = [];
    private readonly SortedDictionary<TaskPosition, Barrier> _barriers = [];

    /// <summary>The orders within branches, by the positions of the branches, with the hosts that have entered each.</summary>
    private readonly Dictionary<TaskPosition, (LinearOrder Order, HashSet<string> Entered)> _lanes = [];

    /// <param name="hosts">The hosts, in inventory order.</param>
    internal LinearOrder(IEnumerable<string> hosts)
    {
        foreach (var host in hosts)
        {
            _ranks.Add(host, _ranks.Count);
            _live.Add(host, default);
        }

        if (_live.Count > 0)
        {
            _standing.Add(default, _live.Count);
        }
    }

    /// <summary>Records that a host has reached a position, without waiting. Hosts never go back: an earlier position changes nothing.</summary>
    internal void Reach(string host, TaskPosition position)
    {
        lock (_gate)
        {
            Move(host, position);
            Open();
        }
    }

    /// <summary>Records that a host has reached a position, and waits until every live host has reached or passed it.</summary>
    /// <returns>The first host, in inventory order, of those that wait there.</returns>
    internal Task<string> ArriveAsync(string host, TaskPosition position, CancellationToken stop)
    {
        Task<string> opened;
        lock (_gate)
        {
            Move(host, position);
            if (!_barriers.TryGetValue(position, out var barrier))
            {
                _barriers.Add(position, barrier = new Barrier(host));
            }
            else if (_ranks[host] < _ranks[barrier.First])
            {
                barrier.First = host;
            }

            opened = barrier.Opened.Task;
            Open();
        }

        return opened.WaitAsync(stop);
    }

    /// <summary>Returns the order within a lane that some host has entered.</summary>
    internal LinearOrder At(TaskPosition lane)
    {
        lock (_gate)
        {
            return _lanes[lane].Order;
        }
    }

    /// <summary>Enters a branch with a host: from now on the host is in two places.</summary>
    /// <returns>
    /// The order of the hosts within the branch. It waits for every host that may still enter the branch, but not for a host that has passed the branch: that
    /// host has nothing to do in the branch.
    /// </returns>
    internal LinearOrder Enter(string host, TaskPosition position)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(position, out var lane))
            {
                var mayCome = _live.Where(live => string.Equals(live.Key, host, StringComparison.Ordinal) || live.Value <= position).Select(live => live.Key);
                _lanes.Add(position, lane = (new LinearOrder(mayCome.OrderBy(live => _ranks[live])), new(StringComparer.Ordinal)));
            }

            lane.Entered.Add(host);
            return lane.Order;
        }
    }

    /// <summary>Records that a host is no longer live.</summary>
    internal void Leave(string host)
    {
        lock (_gate)
        {
            if (!_live.Remove(host, out var position))
            {
                return;
            }

            PassLanes(host, upTo: null);
            StandsNoMore(position);
            Open();
        }
    }

    /// <summary>Returns whether a host is still live.</summary>
    internal bool IsLive(string host)
    {
        lock (_gate)
        {
            return _live.ContainsKey(host);
        }
    }

    private void Move(string host, TaskPosition position)
    {
        if (!_live.TryGetValue(host, out var from) || position <= from)
        {
            return;
        }

        PassLanes(host, position);
        _live[host] = position;
        _standing[position] = _standing.GetValueOrDefault(position) + 1;
        StandsNoMore(from);
    }

    /// <summary>Records that a host has passed branches without entering them.</summary>
    private void PassLanes(string host, TaskPosition? upTo)
    {
        foreach (var (position, lane) in _lanes)
        {
            if ((upTo is null || position < upTo) && !lane.Entered.Contains(host))
            {
                lane.Order.Leave(host);
            }
        }
    }

    private void StandsNoMore(TaskPosition position)
    {
        if (--_standing[position] == 0)
        {
            _standing.Remove(position);
        }
    }

    private void Open()
    {
        while (_barriers.Count > 0 && _barriers.First() is var (position, barrier)
            && (_standing.Count == 0 || position <= _standing.First().Key))
        {
            _barriers.Remove(position);
            barrier.Opened.SetResult(barrier.First);
        }
    }

    /// <summary>The hosts that wait at one position.</summary>
    private sealed class Barrier(string first)
    {
        internal string First { get; set; } = first;

        internal TaskCompletionSource<string> Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
