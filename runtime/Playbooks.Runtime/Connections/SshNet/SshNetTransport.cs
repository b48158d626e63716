using Playbooks.Connections.HostKeys;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Playbooks.Connections.SshNet;

/// <summary>An SSH connection through SSH.NET. The types of SSH.NET are used only in this folder.</summary>
internal sealed class SshNetTransport : ITransport
{
    /// <summary>How long connecting may take, without the wait for a turn.</summary>
    internal static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan OpensWithin = TimeSpan.FromSeconds(30);

    private readonly SshEndpoint _endpoint;
    private readonly SshClient _client;
    private readonly Session _session;
    private readonly TimeProvider _time;
    private readonly Heartbeat _heartbeat;
    private volatile string? _lost;

    private SshNetTransport(SshEndpoint endpoint, SshClient client, Session session, TimeSpan silence, TimeProvider time)
    {
        _endpoint = endpoint;
        _client = client;
        _session = session;
        session.ErrorOccured += (_, e) => _lost ??= Reason(e.Exception);
        session.Disconnected += (_, _) => _lost ??= "the host closed the connection";
        _time = time;
        _heartbeat = new Heartbeat(session, time, silence, () => Abort($"the host has not answered for {silence.TotalSeconds:0.#} s"));
    }

    /// <inheritdoc/>
    public bool IsAlive => _lost is null && _client.IsConnected;

    /// <summary>Connects and logs in.</summary>
    /// <exception cref="UnreachableException">Connecting failed; the message says why, and what to do.</exception>
    internal static async Task<ITransport> ConnectAsync(
        Host host, ConnectionOptions options, Func<KnownHosts> knownHosts, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var endpoint = SshEndpoint.Of(host, options);
            var keys = KeyFile.LoadAll(endpoint, options, out var tried);
            using var login = new KeyLogin(endpoint.User, keys);
            return await ConnectAsync(endpoint, login, tried, knownHosts(), options.Silence, time, cancellationToken).ConfigureAwait(false);
        }
        catch (UsageException e)
        {
            throw new UnreachableException(host.Name, e.Message, e) { IsTransient = false };
        }
    }

    /// <inheritdoc/>
    public async Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken)
    {
        SshNetPipe? pipe = null;
        var opening = Blocking.RunAsync(() => pipe = SshNetPipe.Open(this, _client, command, sink), CancellationToken.None);
        try
        {
            await opening.WaitAsync(OpensWithin, _time, cancellationToken).ConfigureAwait(false);
            return pipe!;
        }
        catch (TimeoutException late)
        {
            _ = CloseAsync();
            throw new UnreachableException(
                _endpoint.Host,
                $"{_endpoint} accepted the login but opened no session within {OpensWithin.TotalSeconds:0} s. The host's log may show the reason.",
                late) { WasReached = true };
        }
        catch (OperationCanceledException)
        {
            _ = CloseAsync();
            throw;
        }
        catch (SshException e) when (IsAlive && e is not SshConnectionException)
        {
            throw new UnreachableException(
                _endpoint.Host, $"{_endpoint} does not open another session: {e.Message} MaxSessions in the host's sshd_config may be too low.", e);
        }
        catch (Exception e) when (SshErrors.IsLoss(e) || e is ObjectDisposedException)
        {
            throw Lost(e);
        }

        async Task CloseAsync()
        {
            await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (pipe is not null)
            {
                await pipe.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _heartbeat.Dispose();
        if (_lost is not null)
        {
            Abort(_lost);
        }

        await Blocking.RunAsync(_client.Dispose).ConfigureAwait(false);
    }

    /// <summary>Why the connection was lost, for people.</summary>
    internal string WhyLost(Exception e) => _lost ?? Reason(e);

    /// <summary>Creates the exception for a server that does not run a command.</summary>
    internal UnreachableException Refused() => new(
        _endpoint.Host,
        $"{_endpoint} accepted the login but refused to run a command (exec request failed). The host's log shows the reason: " +
        "the user may have too many processes or open files (ulimit).")
    {
        WasReached = true,
        IsTransient = false,
    };

    /// <summary>Creates the exception for a lost connection.</summary>
    internal UnreachableException Lost(Exception e) => new(_endpoint.Host, $"The connection to {_endpoint} was lost: {WhyLost(e)}.", e) { WasReached = true };

    private static async Task<ITransport> ConnectAsync(
        SshEndpoint endpoint, KeyLogin login, string tried, KnownHosts known, TimeSpan silence, TimeProvider time, CancellationToken cancellationToken)
    {
        var info = new ConnectionInfo(endpoint.Address, endpoint.Port, endpoint.User, login)
        {
            Timeout = ConnectTimeout,
            MaxSessions = int.MaxValue,
            RetryAttempts = 1,
        };
        var lines = known.Of(endpoint.Address, endpoint.Port);
        SshAlgorithms.Choose(info, lines);
        info.AuthenticationBanner += (_, e) => login.Hear(e.BannerMessage);
        var client = new SshClient(info);
        UnreachableException? distrust = null;
        client.HostKeyReceived += (_, e) =>
        {
            var verdict = known.Judge(endpoint.Address, endpoint.Port, e.HostKey);
            e.CanTrust = verdict.Trust == HostKeyTrust.Known;
            distrust = e.CanTrust ? null : SshErrors.NotTrusted(endpoint, verdict, e.HostKeyName, e.FingerPrintSHA256, known);
        };

        var leave = await Handshakes.EnterAsync(endpoint, cancellationToken).ConfigureAwait(false);
        var connecting = Blocking.RunAsync(client.Connect, CancellationToken.None);
        _ = connecting.ContinueWith(_ => leave(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _ = DisposeAsync(client, connecting);
            if (e is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw distrust ?? SshErrors.NotConnected(endpoint, tried, lines, login, e);
        }

        // From here on, the heartbeat detects a dead connection. A host that reads its input slowly is not dead.
        info.Timeout = Timeout.InfiniteTimeSpan;
        return new SshNetTransport(endpoint, client, login.Session!, silence, time);
    }

    private static async Task DisposeAsync(SshClient client, Task connecting)
    {
        await connecting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Blocking.RunAsync(client.Dispose).ConfigureAwait(false);
    }

    private static string Reason(Exception e) => e.Message.TrimEnd('.');

    /// <summary>Ends the connection at once. Shutting the socket frees a thread that blocks on it; an orderly disconnect would wait for that thread.</summary>
    private void Abort(string why)
    {
        _lost ??= why;
        try
        {
            SshNetInternals.SocketOf(_session)?.Shutdown(System.Net.Sockets.SocketShutdown.Both);
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // The socket is already shut.
        }
    }
}
