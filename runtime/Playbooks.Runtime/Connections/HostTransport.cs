using System.Security.Cryptography;

namespace Playbooks.Connections;

/// <summary>Holds the transport of a host, which is created on first use, and again after it was lost.</summary>
/// <param name="connect">Creates a transport.</param>
/// <param name="time">The clock.</param>
/// <param name="delayed">Called with the reason if connecting takes long, once for each time that it connects.</param>
/// <param name="lost">Called after a transport was lost, before a new one is created.</param>
internal sealed class HostTransport(
    Func<CancellationToken, Task<ITransport>> connect, TimeProvider time, Action<string>? delayed, Action lost) : IAsyncDisposable
{
    private const int ConnectAttempts = 4;
    private static readonly TimeSpan RetriesFor = TimeSpan.FromSeconds(5);

    // A server that accepts no more logins now will soon accept some again.
    private static readonly TimeSpan RetriesBusyFor = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TellsDelayAfter = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closing = new();
    private Task<ITransport>? _connecting;

    /// <summary>Returns the transport, and connects if necessary.</summary>
    /// <param name="cancellationToken">Ends the wait; connecting continues.</param>
    /// <exception cref="UnreachableException">The host cannot be reached.</exception>
    /// <exception cref="ObjectDisposedException">This object is disposed.</exception>
    internal Task<ITransport> GetAsync(CancellationToken cancellationToken)
    {
        Task<ITransport> connecting;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            if (_connecting is null || IsOver(_connecting))
            {
                lost();
                _connecting = ConnectAsync(_connecting, _closing.Token);
            }

            connecting = _connecting;
        }

        return connecting.WaitAsync(cancellationToken);
    }

    /// <summary>Closes the transport. The next call of <see cref="GetAsync"/> creates a new one.</summary>
    internal Task ResetAsync()
    {
        Task<ITransport>? connecting;
        lock (_lock)
        {
            connecting = _connecting;
            _connecting = null;
        }

        return CloseAsync(connecting);
    }

    /// <summary>Prevents new transports; an existing one continues to work.</summary>
    internal Task StopAsync() => _closing.CancelAsync();

    /// <summary>Closes the transport. After that, no new transport can be opened.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await ResetAsync().ConfigureAwait(false);
        _closing.Dispose();
    }

    private async Task<ITransport> ConnectAsync(Task<ITransport>? last, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await CloseAsync(last).ConfigureAwait(false);
        var clock = time.GetTimestamp();
        var isTold = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await connect(cancellationToken).ConfigureAwait(false);
            }
            catch (UnreachableException e) when (IsWorthARetry(e, attempt, time.GetElapsedTime(clock)))
            {
                if (!isTold && time.GetElapsedTime(clock) >= TellsDelayAfter)
                {
                    isTold = true;
                    delayed?.Invoke($"{e.Message} The run keeps trying for {RetriesBusyFor.TotalSeconds:0} s.");
                }

                await Task.Delay(Backoff(attempt), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsWorthARetry(UnreachableException e, int attempt, TimeSpan elapsed) =>
        e.IsBusy ? elapsed < RetriesBusyFor : e.IsTransient && attempt < ConnectAttempts && elapsed < RetriesFor;

    private static bool IsOver(Task<ITransport> connecting) =>
        connecting.IsCompleted && !(connecting.IsCompletedSuccessfully && connecting.Result.IsAlive);

    private static async Task CloseAsync(Task<ITransport>? connecting)
    {
        if (connecting is null)
        {
            return;
        }

        await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connecting.IsCompletedSuccessfully)
        {
            var transport = await connecting.ConfigureAwait(false);
            await transport.DisposeAsync().ConfigureAwait(false);
        }
    }

    // The pause varies by a fifth, so that the hosts of a run do not all reconnect at once.
    private static TimeSpan Backoff(int attempt) =>
        TimeSpan.FromMilliseconds((125 << Math.Min(attempt, 5)) * (0.8 + (0.4 * RandomNumberGenerator.GetInt32(1000) / 1000)));
}
