using Playbooks.Connections;

namespace Playbooks.Runtime.Tests.Costs;

/// <summary>A pipe whose traffic is counted. A round trip is a turn of the direction: something was written, and standard output has answered.</summary>
internal sealed class CountedPipe(Traffic traffic, IPipeSink sink) : IPipe, IPipeSink
{
    private IPipe? _pipe;
    private int _asked;

    public Task<PipeExit> Exit => _pipe!.Exit;

    /// <summary>Opens it on a transport.</summary>
    internal static async Task<IPipe> OpenAsync(ITransport transport, string command, Traffic traffic, IPipeSink sink, CancellationToken cancellationToken)
    {
        traffic.Opened();
        var counted = new CountedPipe(traffic, sink);
        counted._pipe = await transport.OpenAsync(command, counted, cancellationToken);
        return counted;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        traffic.Sent(data.Span);
        Volatile.Write(ref _asked, 1);
        return _pipe!.WriteAsync(data, cancellationToken);
    }

    public ValueTask CompleteInputAsync(CancellationToken cancellationToken) => _pipe!.CompleteInputAsync(cancellationToken);

    public void Output(ReadOnlySpan<byte> data)
    {
        traffic.Received(data.Length, isAnswer: Interlocked.Exchange(ref _asked, 0) == 1);
        sink.Output(data);
    }

    public void Error(ReadOnlySpan<byte> data)
    {
        traffic.Received(data.Length, isAnswer: false);
        sink.Error(data);
    }

    public ValueTask DisposeAsync() => _pipe!.DisposeAsync();
}
