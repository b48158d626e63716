using Playbooks.Connections;
using Playbooks.Jobs;

namespace Playbooks.Execution;

/// <summary>A host, and the ways to reach it. Nothing is sent before one of them is used.</summary>
internal sealed class HostEndpoint : IAsyncDisposable
{
    internal HostEndpoint(Host host, IConnector connector, RunOptions options)
    {
        Host = host;
        Connection = connector.Connect(host);
        Jobs = options.Jobs(host, Connection, options);
    }

    internal Host Host { get; }

    internal IHostConnection Connection { get; }

    internal IHostJobs Jobs { get; }

    public async ValueTask DisposeAsync()
    {
        await Jobs.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
    }
}
