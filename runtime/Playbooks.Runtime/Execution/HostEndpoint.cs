using System.Collections.Concurrent;
using Playbooks.Connections;
using Playbooks.Generated;
using Playbooks.Jobs;

namespace Playbooks.Execution;

/// <summary>A host or its delegate, with the connections to it. Nothing is sent before one of the connections is used.</summary>
internal sealed class HostEndpoint : IAsyncDisposable
{
    private readonly SemaphoreSlim _asking = new(1);
    private readonly ConcurrentDictionary<HostVarsInfo, object> _vars = new(ReferenceEqualityComparer.Instance);
    private int _asked;

    internal HostEndpoint(Host host, IConnector connector, RunOptions options, EventStream events)
    {
        Host = Place = host;
        Connection = connector.Connect(host);
        Jobs = options.Jobs(host, Connection, options);
        Jobs.Unwatched = why => events.Tell(new JobsUnwatched(host, why));
        Jobs.Lingers = user => events.Tell(new LingerEnabled(host, user));
    }

    private HostEndpoint(Host host, HostEndpoint other)
    {
        Host = host;
        Place = other.Place;
        Connection = other.Connection;
        Jobs = other.Jobs;
    }

    /// <summary>The host for which a task runs.</summary>
    internal Host Host { get; }

    /// <summary>The host on which a task runs.</summary>
    internal Host Place { get; }

    /// <summary>Whether the task runs on another host.</summary>
    internal bool IsDelegated => Host != Place;

    internal IHostConnection Connection { get; }

    internal IHostJobs Jobs { get; }

    /// <summary>The host's facts; <see langword="null"/> until they are gathered.</summary>
    internal Facts? Facts { get; set; }

    /// <summary>Gathers the host's facts. If several tasks ask at the same time, one of them gathers the facts and the others wait.</summary>
    /// <param name="ask">Asks the host; takes the number of the request, 1 for the first in this run.</param>
    /// <param name="stop">Ends the wait for another task that gathers the facts.</param>
    internal async Task GatherFactsAsync(Func<int, Task<Facts>> ask, CancellationToken stop)
    {
        await _asking.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            Facts ??= await ask(++_asked).ConfigureAwait(false);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Returns the way to another host, on behalf of this one.</summary>
    internal HostEndpoint DelegatedTo(HostEndpoint other) => other.Place == Place ? this : new(Host, other);

    /// <summary>Returns the typed variables of the host. Each record is created once per run.</summary>
    internal object VarsOf(HostVarsInfo info) => _vars.GetOrAdd(info, static (info, host) => HostVarsReader.Read(info, host), Host);

    public async ValueTask DisposeAsync()
    {
        await Jobs.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
    }
}
