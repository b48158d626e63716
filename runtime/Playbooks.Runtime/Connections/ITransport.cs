namespace Playbooks.Connections;

/// <summary>A connection to a host that can do one thing: open pipes to commands.</summary>
internal interface ITransport : IAsyncDisposable
{
    /// <summary>Whether the connection is still up.</summary>
    bool IsAlive { get; }

    /// <summary>Starts a command, given as a line for the login shell of the connection's user.</summary>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken);
}
