using System.Collections.Concurrent;

namespace Playbooks.Execution.Order;

/// <summary>The hosts that go through a playbook together, and what they share.</summary>
internal sealed class Batch(PlaybookInfo playbook, IReadOnlyList<Host> hosts)
{
    private readonly ConcurrentDictionary<TaskInfo, OnceTask> _once = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _throttles = new(StringComparer.Ordinal);

    internal LinearOrder Order { get; } = new(hosts);

    internal FailureBudget Budget { get; } = new(playbook, hosts.Count);

    internal GatheredResults Gathered { get; } = new(hosts);

    /// <summary>Splits hosts into batches, in order. The last size holds for all that are left; without any, all go together.</summary>
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

    /// <summary>The state of a <c>[RunOnce]</c> task, which the first live host claims.</summary>
    internal OnceTask Once(TaskInfo task, Host firstLive) => _once.GetOrAdd(task, static (_, host) => new OnceTask(host), firstLive);

    /// <summary>Runs a task on a host when fewer hosts are at it than it allows, in whichever item of a loop of blocks.</summary>
    internal async Task<T> ThrottleAsync<T>(TaskInfo task, Func<Task<T>> body, CancellationToken stop)
    {
        if (task.Throttle is not { } most)
        {
            return await body().ConfigureAwait(false);
        }

        var slots = _throttles.GetOrAdd(task.WrittenPath, static (_, count) => new SemaphoreSlim(count), most);
        await slots.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            return await body().ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }
}
