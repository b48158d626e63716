using System.Security.Cryptography;

namespace Playbooks.Connections;

/// <summary>The transport of a host: made when first needed, and again when it was lost.</summary>
/// <param name="connect">Makes one.</param>
/// <param name="time">The clock.</param>
/// <param name="delayed">Is told, once for each connecting, why that takes long.</param>
/// <param name="lost">Is called when there is none any more, before another is made.</param>
internal sealed class HostTransport(
    Func<CancellationToken, Task<ITransport>> connect, TimeProvider time, Action<string>? delayed, Action lost) : IAsyncDisposable
{
    private const int ConnectAttempts = 4;
    private static readonly TimeSpan RetriesFor = TimeSpan.FromSeconds(5);

    // A server that takes no more logins now will soon take some.
    private static readonly TimeSpan RetriesBusyFor = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TellsDelayAfter = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closing = new();
    private Task<ITransport>? _connecting;

    /// <summary>Gives it.</summary>
    /// <param name="cancellationToken">Ends the waiting; the connecting goes on.</param>
    /// <exception cref="UnreachableException">It cannot be made.</exception>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
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

    /// <summary>Closes it; the next who needs it makes another.</summary>
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

    /// <summary>Makes none any more; the one that is there goes on.</summary>
    internal Task StopAsync() => _closing.CancelAsync();

    /// <summary>Closes it for good.</summary>
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
                    delayed?.Invoke($"{e.Message} It is tried for {RetriesBusyFor.TotalSeconds:0} s.");
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

    // A fifth up or down keeps the hosts of a run from coming back all at once.
    private static TimeSpan Backoff(int attempt) =>
        TimeSpan.FromMilliseconds((125 << Math.Min(attempt, 5)) * (0.8 + (0.4 * RandomNumberGenerator.GetInt32(1000) / 1000)));
}
