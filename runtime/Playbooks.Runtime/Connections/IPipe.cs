namespace Playbooks.Connections;

/// <summary>A running command on a host. Its output goes to the <see cref="IPipeSink"/> with which it was opened.</summary>
internal interface IPipe : IAsyncDisposable
{
    /// <summary>The command's end. Completes when all output has been delivered; never fails.</summary>
    Task<PipeExit> Exit { get; }

    /// <summary>Writes to the command's standard input.</summary>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken);

    /// <summary>Ends the command's standard input.</summary>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    ValueTask CompleteInputAsync(CancellationToken cancellationToken);
}
