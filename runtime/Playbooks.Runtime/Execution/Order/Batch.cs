using System.Collections.Concurrent;
using Playbooks.Execution.Agreement;
using Playbooks.Generated;

namespace Playbooks.Execution.Order;

/// <summary>The hosts that go through a playbook together, all of them in this process.</summary>
/// <param name="playbook">The playbook.</param>
/// <param name="hosts">The names of the hosts, in inventory order.</param>
internal sealed class Batch(PlaybookInfo playbook, IReadOnlyList<string> hosts) : IAgreement
{
    private readonly LinearOrder _order = new(hosts);
    private readonly FailureBudget _budget = new(playbook, hosts.Count);
    private readonly GatheredResults _gathered = new(hosts);
    private readonly ConcurrentDictionary<string, OnceTask> _once = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _throttles = new(StringComparer.Ordinal);

    /// <summary>Splits hosts into batches, in order. The last size applies to all further batches. Without sizes, all hosts are one batch.</summary>
    internal static IEnumerable<IReadOnlyList<T>> Split<T>(IReadOnlyList<T> hosts, IReadOnlyList<BatchSize> sizes)
    {
        var batch = 0;
        for (var taken = 0; taken < hosts.Count; batch++)
        {
            var size = sizes.Count == 0 ? hosts.Count : sizes[Math.Min(batch, sizes.Count - 1)].Of(hosts.Count);
            yield return [.. hosts.Skip(taken).Take(size)];
            taken += Math.Min(size, hosts.Count - taken);
        }
    }

    public async Task<Arrival> ArriveAsync(Boundary at, CancellationToken stop)
    {
        if (at.Lane is null)
        {
            _budget.Begin(at.Host, at.Position);
        }

        var firstLive = at.Host;
        if (at.Waits)
        {
            firstLive = await OrderOf(at.Lane).ArriveAsync(at.Host, at.Position, stop).ConfigureAwait(false);
        }
        else
        {
            OrderOf(at.Lane).Reach(at.Host, at.Position);
        }

        return new(at.Once is null ? null : Claim(at, firstLive), _budget.StopsAt(at.Position));
    }

    public ValueTask ReachAsync(string host, Lane? lane, TaskPosition position)
    {
        OrderOf(lane).Reach(host, position);
        return ValueTask.CompletedTask;
    }

    public ValueTask EnterAsync(string host, Lane lane)
    {
        OrderOf(lane.Around).Enter(host, lane.Position);
        return ValueTask.CompletedTask;
    }

    public ValueTask LeaveAsync(string host, Lane? lane)
    {
        OrderOf(lane).Leave(host);
        foreach (var once in _once.Values)
        {
            once.Left(host, lane);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DecideAsync(string task, bool runs)
    {
        Once(task).Decide(runs);
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteAsync(string task, SharedValue? given)
    {
        Once(task).Complete(given);
        return ValueTask.CompletedTask;
    }

    public ValueTask AbandonAsync(string task, SharedFailure reason)
    {
        Once(task).Abandon(reason);
        return ValueTask.CompletedTask;
    }

    public Task<OnceAnswer<bool>> DecisionAsync(string task, CancellationToken stop) => Once(task).Decision.WaitAsync(stop);

    public Task<OnceAnswer<SharedValue>> ResultAsync(string task, CancellationToken stop) => Once(task).Result.WaitAsync(stop);

    public ValueTask PromiseAsync(string task, string host)
    {
        _gathered.Promise(task, host);
        return ValueTask.CompletedTask;
    }

    public ValueTask GiveAsync(string task, string host, SharedValue? given)
    {
        _gathered.Give(task, host, given);
        return ValueTask.CompletedTask;
    }

    public Task<IReadOnlyList<(string Host, SharedValue Given)>> GatherAsync(string task, CancellationToken stop) => _gathered.OfAsync(task, stop);

    public ValueTask FailAsync(string host)
    {
        _budget.Fail(host);
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> StopReasonAsync() => new(_budget.StopsBatches);

    public Task AcquireAsync(string task, int most, CancellationToken stop) =>
        _throttles.GetOrAdd(task, static (_, count) => new SemaphoreSlim(count), most).WaitAsync(stop);

    public ValueTask ReleaseAsync(string task)
    {
        _throttles[task].Release();
        return ValueTask.CompletedTask;
    }

    // The first host to arrive may have stopped waiting and left before another host claims the task for it.
    private string Claim(Boundary at, string firstLive)
    {
        var once = Once(at.Once!);
        var runner = once.Claim(firstLive, at.Lane);
        if (!OrderOf(at.Lane).IsLive(runner))
        {
            once.Left(runner, at.Lane);
        }

        return runner;
    }

    private LinearOrder OrderOf(Lane? lane) => lane is null ? _order : OrderOf(lane.Around).At(lane.Position);

    private OnceTask Once(string task) => _once.GetOrAdd(task, static _ => new OnceTask());
}
