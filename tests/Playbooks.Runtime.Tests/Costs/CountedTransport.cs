using Playbooks.Connections;

namespace Playbooks.Runtime.Tests.Costs;

/// <summary>A transport whose pipes are counted, and what goes over them.</summary>
internal sealed class CountedTransport(ITransport transport, Traffic traffic) : ITransport
{
    public bool IsAlive => transport.IsAlive;

    public Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken) =>
        CountedPipe.OpenAsync(transport, command, traffic, sink, cancellationToken);

    public ValueTask DisposeAsync() => transport.DisposeAsync();
}
