using System.Collections.Concurrent;

namespace Playbooks.Connections.SshNet;

/// <summary>Takes connections in turn: a server, and this machine, have so many handshakes at once that they can do.</summary>
internal static class Handshakes
{
    // A thousand handshakes at once only time each other out; 32 keep both sides busy.
    private static readonly SemaphoreSlim All = new(32);

    // OpenSSH begins to turn logins away where ten are under way (MaxStartups 10:30:100): some room is left for others.
    private const int MostOfOne = 8;
    private static readonly ConcurrentDictionary<(string Address, int Port), SemaphoreSlim> OfOne = new();

    /// <summary>Waits for a turn at a server, however many names of the inventory it has.</summary>
    /// <returns>Ends the turn.</returns>
    internal static async Task<Action> EnterAsync(SshEndpoint endpoint, CancellationToken cancellationToken)
    {
        var one = OfOne.GetOrAdd((endpoint.Address, endpoint.Port), _ => new SemaphoreSlim(MostOfOne));
        await one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await All.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            one.Release();
            throw;
        }

        return () =>
        {
            All.Release();
            one.Release();
        };
    }
}
