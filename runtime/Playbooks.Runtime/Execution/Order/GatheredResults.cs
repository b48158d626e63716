using System.Collections.Concurrent;

namespace Playbooks.Execution.Order;

/// <summary>What tasks gave on all hosts of a batch, where some task asks for that.</summary>
/// <param name="hosts">The hosts, in inventory order.</param>
internal sealed class GatheredResults(IReadOnlyList<Host> hosts)
{
    private readonly ConcurrentDictionary<(string Task, Host Host), object> _given = new();

    internal void Give(TaskInfo task, Host host, object given) => _given[(task.Path, host)] = given;

    /// <summary>What a task has given so far, in the order of the hosts.</summary>
    internal IEnumerable<(Host Host, object Given)> Of(TaskInfo task)
    {
        foreach (var host in hosts)
        {
            if (_given.TryGetValue((task.Path, host), out var given))
            {
                yield return (host, given);
            }
        }
    }
}
