using System.Collections.Concurrent;
using Playbooks.Connections;
using Playbooks.Generated;
using Playbooks.Jobs;

namespace Playbooks.Execution;

/// <summary>A host, and the ways to reach it, or whom it delegates to. Nothing is sent before one of them is used.</summary>
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

    /// <summary>For whom something is done.</summary>
    internal Host Host { get; }

    /// <summary>Where it is done.</summary>
    internal Host Place { get; }

    /// <summary>Whether another host does it.</summary>
    internal bool IsDelegated => Host != Place;

    internal IHostConnection Connection { get; }

    internal IHostJobs Jobs { get; }

    /// <summary>What the host said of itself; <see langword="null"/> until it was asked.</summary>
    internal Facts? Facts { get; set; }

    /// <summary>Asks the host for its facts. Of those that ask at the same time, side by side, one does.</summary>
    /// <param name="ask">Asks it, for so many times in the run.</param>
    /// <param name="stop">Ends the wait for another that asks.</param>
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

    /// <summary>The way to another host, on behalf of this one.</summary>
    internal HostEndpoint DelegatedTo(HostEndpoint other) => other.Place == Place ? this : new(Host, other);

    /// <summary>The typed variables of the host: one record a run.</summary>
    internal object VarsOf(HostVarsInfo info) => _vars.GetOrAdd(info, static (info, host) => HostVarsReader.Read(info, host), Host);

    public async ValueTask DisposeAsync()
    {
        await Jobs.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
    }
}
