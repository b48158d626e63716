using Playbooks.Connections.Escalation;
using Playbooks.Connections.Shells;

namespace Playbooks.Connections;

/// <summary>The connection to one host: its transport, which is created on first use and again after a loss, and the shells on it.</summary>
internal sealed class HostConnection : IHostConnection
{
    /// <summary>How many scripts run at the same time; further scripts wait.</summary>
    internal const int MostShells = 6;

    private readonly string _host;
    private readonly string _login;
    private readonly ShellOpener _opener;
    private readonly HostTransport _transport;
    private readonly TimeProvider _time;
    private readonly ShellPool _shells;
    private readonly ClosingShells _closing;
    private bool _isClosed;

    /// <summary>Creates a connection. Nothing is sent yet.</summary>
    /// <param name="host">The host's name.</param>
    /// <param name="login">The user of its transport.</param>
    /// <param name="connect">Creates its transport.</param>
    /// <param name="time">The clock.</param>
    /// <param name="shell">The shell that runs scripts.</param>
    /// <param name="become">How scripts run as another user. Defaults to <c>sudo</c> without a password.</param>
    /// <param name="delayed">Called with the reason if connecting takes long, once for each time that it connects.</param>
    internal HostConnection(
        string host,
        string login,
        Func<CancellationToken, Task<ITransport>> connect,
        TimeProvider time,
        string shell = "/bin/sh",
        BecomeOptions? become = null,
        Action<string>? delayed = null)
    {
        _host = host;
        _login = login;
        _time = time;
        _closing = new ClosingShells(time);
        _shells = new ShellPool(MostShells, _closing.Retire);
        _transport = new HostTransport(connect, time, delayed, _shells.Forget);
        _opener = new ShellOpener(host, login, shell, new Become(host, login, shell, become ?? new BecomeOptions(), time));
    }

    /// <inheritdoc/>
    public Task<ScriptOutcome> RunAsync(ShellScript script, CancellationToken cancellationToken) => RunAsync(script, null, cancellationToken);

    /// <inheritdoc/>
    public Task<ScriptOutcome> SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken) => RunAsync(script, input, cancellationToken);

    /// <inheritdoc/>
    public async Task<IPipe> OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken)
    {
        var transport = await _transport.GetAsync(cancellationToken).ConfigureAwait(false);
        return await _opener.OpenAsync(transport, new ShellPlace(Other(user)), sink, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task ResetAsync()
    {
        _shells.Forget();
        await _transport.ResetAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, true))
        {
            return;
        }

        await _transport.StopAsync().ConfigureAwait(false);
        await _closing.UntilClosedAsync().ConfigureAwait(false);
        _shells.Forget();
        await _transport.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<ScriptOutcome> RunAsync(ShellScript script, Stream? input, CancellationToken cancellationToken)
    {
        var user = Other(script.User);
        var place = new ShellPlace(user, user is null ? null : script.Scope);
        using var slot = await _shells.EnterAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var frame = new Frame(script, readsInput: input is not null);
            var output = new OutputBuffer(script.Output, script.MostOutput, script.KeepsOutput);
            var transport = await ReachAsync(script, cancellationToken).ConfigureAwait(false);
            var shell = (input is null ? _shells.Take(place) : null) ?? await OpenAsync(transport, script, place, cancellationToken).ConfigureAwait(false);
            var isReused = shell.IsUsed;
            try
            {
                var started = _time.GetUtcNow();
                var clock = _time.GetTimestamp();
                var run = new ScriptRun(script, shell, transport, _opener, user, _time);
                var end = await run.RunAsync(frame, output, input, cancellationToken).ConfigureAwait(false);
                if (end.Began)
                {
                    output.ThrowIfNotWritten();
                    return Outcome(end, output) with { Started = started, Duration = _time.GetElapsedTime(clock) };
                }

                if (!isReused || end.Exit?.Lost is not null)
                {
                    throw _opener.NotStarted(user, end.Exit, shell.Noise);
                }
            }
            finally
            {
                if (input is null && shell.IsUsable)
                {
                    _shells.Return(place, shell);
                }
                else if (input is null && shell.HasLeftovers)
                {
                    _closing.Retire(shell);
                }
                else if (shell.IsAbandoned)
                {
                    _closing.Close(shell);
                }
                else
                {
                    await shell.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private ScriptOutcome Outcome(FrameEnd end, OutputBuffer output)
    {
        if (end.Exit is { Lost: { } why })
        {
            throw new UnreachableException(
                _host, $"The connection was lost while a script ran: {why}. The script may have run partly or completely.") { WasReached = true };
        }

        return new ScriptOutcome
        {
            Rc = end.Status,
            Signal = Signals.Name(end.Status ?? end.Exit?.Status),
            State = end.Status == 0 ? JobState.Succeeded : JobState.Failed,
            Reason = end.Exit is { } exit ? $"the script ended the shell that ran it{ShellOpener.Ended(exit)}" : null,
            Output = output.StdoutBytes,
            Truncated = output.IsCut,
            WasSkipped = end.WasSkipped,
            Stderr = output.Stderr,
        };
    }

    /// <summary>Connects to the host for a script. <see cref="ShellScript.Unbegun"/> also ends the wait.</summary>
    private Task<ITransport> ReachAsync(ShellScript script, CancellationToken cancellationToken)
    {
        var connecting = _transport.GetAsync(CancellationToken.None);
        return connecting.IsCompleted ? connecting : WaitAsync();

        async Task<ITransport> WaitAsync()
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, script.Unbegun);
            return await connecting.WaitAsync(either.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Opens a shell for a script. <see cref="ShellScript.Unbegun"/> also ends the wait.</summary>
    private async Task<ShellSession> OpenAsync(ITransport transport, ShellScript script, ShellPlace place, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, script.Unbegun);
        return await ShellSession.OpenAsync(sink => _opener.OpenAsync(transport, place, sink, either.Token)).ConfigureAwait(false);
    }

    /// <summary>Returns the user to run as; <see langword="null"/> if that is already the connection's user.</summary>
    private string? Other(string? user) => user == _login ? null : user;
}
