using System.Collections.Concurrent;
using Playbooks.Execution.Agreement;

namespace Playbooks.Execution.Order;

/// <summary>The results of tasks on all hosts of a batch, for tasks that use them.</summary>
/// <param name="hosts">The names of the hosts, in inventory order.</param>
internal sealed class GatheredResults(IReadOnlyList<string> hosts)
{
    private readonly ConcurrentDictionary<(string Task, string Host), TaskCompletionSource<SharedValue?>> _given = new();

    internal void Promise(string task, string host) => Of(task, host);

    internal void Give(string task, string host, SharedValue? given) => Of(task, host).TrySetResult(given);

    /// <summary>Returns the results of a task so far, in the order of the hosts.</summary>
    internal async Task<IReadOnlyList<(string Host, SharedValue Given)>> OfAsync(string task, CancellationToken stop)
    {
        var all = new List<(string, SharedValue)>();
        foreach (var host in hosts)
        {
            if (_given.TryGetValue((task, host), out var promised) && await promised.Task.WaitAsync(stop).ConfigureAwait(false) is { } given)
            {
                all.Add((host, given));
            }
        }

        return all;
    }

    private TaskCompletionSource<SharedValue?> Of(string task, string host) =>
        _given.GetOrAdd((task, host), static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
