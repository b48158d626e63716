using System.Collections.Concurrent;

namespace Playbooks.Connections.SshNet;

/// <summary>Limits how many connections are established at the same time, in total and to one server.</summary>
internal static class Handshakes
{
    // With a thousand handshakes at once, all would time out; 32 keep both sides busy.
    private static readonly SemaphoreSlim All = new(32);

    // OpenSSH begins to refuse logins when ten are in progress (MaxStartups 10:30:100). This leaves room for other clients.
    private const int MostOfOne = 8;
    private static readonly ConcurrentDictionary<(string Address, int Port), SemaphoreSlim> OfOne = new();

    /// <summary>Waits for a turn at a server, which may have several names in the inventory.</summary>
    /// <returns>A function that ends the turn.</returns>
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
