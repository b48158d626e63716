namespace Playbooks.Connections;

/// <summary>One connection to one host. It does one thing: it opens pipes to commands.</summary>
internal interface ITransport : IAsyncDisposable
{
    /// <summary>Whether the connection still stands.</summary>
    bool IsAlive { get; }

    /// <summary>Starts a command, given as a line for the login shell of the connection's user.</summary>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken);
}
