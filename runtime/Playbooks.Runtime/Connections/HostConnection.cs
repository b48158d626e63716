using System.Globalization;

namespace Playbooks.Connections;

/// <summary>One host: its transport, made when first needed and again when lost, and the shells on it.</summary>
internal sealed class HostConnection : IHostConnection
{
    private const int MostShells = 6;
    private const int ConnectAttempts = 4;
    private static readonly TimeSpan RetriesFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(8);

    private readonly Lock _lock = new();
    private readonly string _host;
    private readonly string _login;
    private readonly string _shell;
    private readonly Become _become;
    private readonly Func<CancellationToken, Task<ITransport>> _connect;
    private readonly TimeProvider _time;
    private readonly ShellPool _shells = new(MostShells);
    private readonly CancellationTokenSource _closing = new();
    private Task<ITransport>? _connecting;

    /// <summary>Makes a connection; nothing is sent yet.</summary>
    /// <param name="host">The host's name.</param>
    /// <param name="login">The user of its transport.</param>
    /// <param name="connect">Makes its transport.</param>
    /// <param name="time">The clock.</param>
    /// <param name="shell">The shell that runs scripts.</param>
    /// <param name="become">How other users are become. Defaults to <c>sudo</c> without a password.</param>
    internal HostConnection(
        string host, string login, Func<CancellationToken, Task<ITransport>> connect, TimeProvider time, string shell = "/bin/sh", BecomeOptions? become = null)
    {
        _host = host;
        _login = login;
        _connect = connect;
        _time = time;
        _shell = shell;
        _become = new Become(host, login, shell, become ?? new BecomeOptions(), time);
    }

    /// <inheritdoc/>
    public Task<ScriptOutcome> RunAsync(ShellScript script, CancellationToken cancellationToken) => RunAsync(script, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ScriptOutcome> SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken) => RunAsync(script, input, cancellationToken);

    /// <inheritdoc/>
    public async Task<IPipe> OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken)
    {
        var transport = await TransportAsync(cancellationToken).ConfigureAwait(false);
        return await OpenAsync(transport, Other(user), sink, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task ResetAsync()
    {
        Task<ITransport>? connecting;
        lock (_lock)
        {
            connecting = _connecting;
            _connecting = null;
        }

        _shells.Forget();
        await CloseAsync(connecting).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        await _closing.CancelAsync().ConfigureAwait(false);
        await ResetAsync().ConfigureAwait(false);
        _closing.Dispose();
    }

    private async Task<ScriptOutcome> RunAsync(ShellScript script, Stream? input, CancellationToken cancellationToken)
    {
        var user = Other(script.User);
        using var slot = await _shells.EnterAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var frame = new Frame(script, readsInput: input is not null);
            var output = new OutputBuffer(script.Output);
            var transport = await TransportAsync(cancellationToken).ConfigureAwait(false);
            var shell = (input is null ? _shells.Take(user) : null)
                ?? await ShellSession.OpenAsync(sink => OpenAsync(transport, user, sink, cancellationToken)).ConfigureAwait(false);
            var isReused = shell.IsUsed;
            try
            {
                var started = _time.GetUtcNow();
                var clock = _time.GetTimestamp();
                var end = await RunAsync(transport, shell, frame, output, user, input, cancellationToken).ConfigureAwait(false);
                if (end.Began)
                {
                    output.ThrowIfNotWritten();
                    return Outcome(end, output) with { Started = started, Duration = _time.GetElapsedTime(clock) };
                }

                if (!isReused || end.Exit?.Lost is not null)
                {
                    throw NotStarted(user, end.Exit, shell.Noise);
                }
            }
            finally
            {
                if (input is null && shell.IsUsable)
                {
                    _shells.Return(user, shell);
                }
                else
                {
                    await shell.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private async Task<FrameEnd> RunAsync(
        ITransport transport, ShellSession shell, Frame frame, OutputBuffer output, string? user, Stream? input, CancellationToken cancellationToken)
    {
        var isOver = false;
        try
        {
            await shell.StartAsync(frame, output, cancellationToken).ConfigureAwait(false);
            if (input is not null)
            {
                await SendAsync(shell, frame, input, cancellationToken).ConfigureAwait(false);
            }

            var end = await frame.Ended.WaitAsync(cancellationToken).ConfigureAwait(false);
            isOver = true;
            return end;
        }
        catch (Exception e) when (e is not UnreachableException)
        {
            // Cancelled, or the input could not be read: half of an input must not look like the whole.
            isOver = await EndAsync(transport, frame, user).ConfigureAwait(false);
            throw;
        }
        finally
        {
            if (!isOver)
            {
                shell.Abandon();
            }
        }
    }

    /// <summary>Sends what a script reads, once it has begun: a shell reads ahead, and would take the input for its next command.</summary>
    private static async Task SendAsync(ShellSession shell, Frame frame, Stream input, CancellationToken cancellationToken)
    {
        await Task.WhenAny(frame.Began, frame.Ended).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!frame.Began.IsCompletedSuccessfully)
        {
            return;
        }

        // A script that ends without reading everything ends the sending too.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = shell.SendAsync(input, enough.Token);
        if (await Task.WhenAny(sending, frame.Ended).ConfigureAwait(false) == frame.Ended)
        {
            await enough.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await sending.ConfigureAwait(false);
    }

    /// <summary>Ends a script on the host, through another shell.</summary>
    /// <returns>Whether it ended.</returns>
    private async Task<bool> EndAsync(ITransport transport, Frame frame, string? user)
    {
        using var limit = new CancellationTokenSource(EndsWithin, _time);
        try
        {
            var shell = await frame.Began.WaitAsync(limit.Token).ConfigureAwait(false);
            var killer = await ShellSession.OpenAsync(sink => OpenAsync(transport, user, sink, limit.Token)).ConfigureAwait(false);
            await using (killer.ConfigureAwait(false))
            {
                var kill = new Frame(KillTree.Script(shell));
                await killer.StartAsync(kill, new OutputBuffer(), limit.Token).ConfigureAwait(false);
                await kill.Ended.WaitAsync(limit.Token).ConfigureAwait(false);
                await frame.Ended.WaitAsync(limit.Token).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception e) when (e is OperationCanceledException or UnreachableException or BecomeException)
        {
            // What cannot be ended is given up together with its shell; the caller is told of the cancellation in any case.
            return false;
        }
    }

    private ScriptOutcome Outcome(FrameEnd end, OutputBuffer output)
    {
        if (end.Exit is { Lost: { } why })
        {
            throw new UnreachableException(_host, $"Lost while a script ran: {why}. How far the script came is not known.") { WasReached = true };
        }

        return new ScriptOutcome
        {
            Rc = end.Status,
            Signal = Signals.Name(end.Status ?? end.Exit?.Status),
            State = end.Status == 0 ? JobState.Succeeded : JobState.Failed,
            Reason = end.Exit is { } exit ? $"The script ended the shell that ran it{Ended(exit)}." : null,
            Output = output.StdoutBytes,
            Stderr = output.Stderr,
        };
    }

    private UnreachableException NotStarted(string? user, PipeExit? exit, string said)
    {
        if (exit?.Lost is { } why)
        {
            return new UnreachableException(_host, $"The connection was lost: {why}.") { WasReached = true };
        }

        return new UnreachableException(
            _host, $"{_shell} did not start for '{user ?? _login}'{(exit is null ? "" : Ended(exit))}{(said.Length > 0 ? $": {said}" : ".")}") { IsTransient = false };
    }

    private static string Ended(PipeExit exit) => exit.Status switch
    {
        null => "",
        var status when Signals.Name(status) is { } signal => $" (signal {signal})",
        var status => string.Create(CultureInfo.InvariantCulture, $" (status {status})"),
    };

    private Task<IPipe> OpenAsync(ITransport transport, string? user, IPipeSink sink, CancellationToken cancellationToken) => user is null
        ? transport.OpenAsync($"exec {_shell}", sink, cancellationToken)
        : _become.OpenAsync(transport, user, sink, cancellationToken);

    /// <summary>The user to become, if any: nobody becomes the user that he is.</summary>
    private string? Other(string? user) => user == _login ? null : user;

    private Task<ITransport> TransportAsync(CancellationToken cancellationToken)
    {
        Task<ITransport> connecting;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            if (_connecting is null || IsOver(_connecting))
            {
                _shells.Forget();
                _connecting = ConnectAsync(_connecting, _closing.Token);
            }

            connecting = _connecting;
        }

        return connecting.WaitAsync(cancellationToken);
    }

    private async Task<ITransport> ConnectAsync(Task<ITransport>? lost, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await CloseAsync(lost).ConfigureAwait(false);
        var clock = _time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _connect(cancellationToken).ConfigureAwait(false);
            }
            catch (UnreachableException e) when (e.IsTransient && attempt < ConnectAttempts && _time.GetElapsedTime(clock) < RetriesFor)
            {
                await Task.Delay(Backoff(attempt), _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

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
        TimeSpan.FromMilliseconds((125 << attempt) * (0.8 + (0.4 * System.Security.Cryptography.RandomNumberGenerator.GetInt32(1000) / 1000)));
}
