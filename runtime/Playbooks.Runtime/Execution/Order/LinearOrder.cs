namespace Playbooks.Execution.Order;

/// <summary>
/// Ansible's linear order: no host starts a task before every live host has finished those before it. Hosts may take different
/// ways through a playbook, so it is their positions that count: who has gone past a position holds up nobody there.
/// A host is live until its last task has ended, well or not.
/// </summary>
internal sealed class LinearOrder
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskPosition> _live = new(StringComparer.Ordinal);

    /// <summary>How many live hosts stand at each position: the first key is where the last of them stands.</summary>
    private readonly SortedDictionary<TaskPosition, int> _standing = [];
    private readonly SortedDictionary<TaskPosition, Barrier> _barriers = [];

    /// <summary>The orders within branches, by where those stand; and the hosts that have come to each.</summary>
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

    /// <summary>A host has come to a position, and waits for nobody there. Nobody goes back: an earlier position changes nothing.</summary>
    internal void Reach(string host, TaskPosition position)
    {
        lock (_gate)
        {
            Move(host, position);
            Open();
        }
    }

    /// <summary>A host has come to a position, and waits until every live host has come there, or past it.</summary>
    /// <returns>The first in inventory order of those that wait there.</returns>
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

    /// <summary>The order within a lane that some host has come to.</summary>
    internal LinearOrder At(TaskPosition lane)
    {
        lock (_gate)
        {
            return _lanes[lane].Order;
        }
    }

    /// <summary>A host comes to a branch: from there on it is in two places.</summary>
    /// <returns>
    /// The order of the hosts within the branch. It counts on every host that may still come there, and no more on one that has gone
    /// past: there is nothing to do for it in the branch.
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

    /// <summary>A host is no longer live.</summary>
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

    /// <summary>Whether a host has not left.</summary>
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

    /// <summary>A host has gone past branches without coming to them.</summary>
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
