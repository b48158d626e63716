using System.Collections.Concurrent;
using Playbooks.Connections;
using Playbooks.Generated;

namespace Playbooks.Execution;

/// <summary>The connections to the hosts of a run and to their delegates.</summary>
internal sealed class Endpoints : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<HostEndpoint>> _all = new(StringComparer.Ordinal);
    private readonly IConnector _connector;
    private readonly RunOptions _options;
    private readonly EventStream _events;

    /// <param name="connector">Creates the connections.</param>
    /// <param name="options">How to run.</param>
    /// <param name="events">Receives the events about connections.</param>
    internal Endpoints(IConnector connector, RunOptions options, EventStream events)
    {
        _connector = connector;
        _options = options;
        _events = events;
    }

    /// <summary>Finds the delegates that tasks name, before anything runs.</summary>
    /// <exception cref="UsageException">A delegate is not a host of the inventory.</exception>
    internal static IEnumerable<Host> Delegates(PlaybookInfo playbook, Inventory inventory) => AllOf(playbook)
        .Where(task => task.DelegateTo is not null)
        .Select(task => inventory.Find(task.DelegateTo!)
            ?? throw new UsageException($"The task '{task.Name}' is delegated to '{task.DelegateTo}', which is not a host of the inventory."))
        .Distinct();

    private static IEnumerable<TaskInfo> AllOf(BlockInfo block) =>
        block.Tasks.Concat(block.Handlers).SelectMany(task => (task.Block is { } inner ? AllOf(inner) : []).Prepend(task));

    /// <summary>Returns the way to any host of the inventory.</summary>
    /// <exception cref="IOException">The host does not exist.</exception>
    internal HostEndpoint To(string name) => _all.TryGetValue(name, out var known)
        ? known.Value
        : To(_options.Inventory.Find(name) ?? throw new IOException($"the task is delegated to '{name}', which is not a host of the inventory"));

    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(
            _all.Values.Where(endpoint => endpoint.IsValueCreated).Select(endpoint => endpoint.Value.DisposeAsync().AsTask())).ConfigureAwait(false);

    private HostEndpoint To(Host host) =>
        _all.GetOrAdd(
            host.Name, static (_, made) => new(() => new(made.host, made.self._connector, made.self._options, made.self._events)), (host, self: this)).Value;
}
