namespace Playbooks.Connections;

/// <summary>A running command on a host: bytes in; bytes out and bytes of errors go to the <see cref="IPipeSink"/> it was opened with.</summary>
internal interface IPipe : IAsyncDisposable
{
    /// <summary>Its end: completes when all output has been delivered, and is never faulted.</summary>
    Task<PipeExit> Exit { get; }

    /// <summary>Writes to its standard input.</summary>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken);

    /// <summary>Ends its standard input.</summary>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    ValueTask CompleteInputAsync(CancellationToken cancellationToken);
}
