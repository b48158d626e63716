namespace Playbooks.Connections.Shells;

/// <summary>One script in a shell of a host, from its start to its end; a cancelled one is ended on the host.</summary>
/// <param name="script">The script.</param>
/// <param name="shell">The shell.</param>
/// <param name="transport">The transport on which that is.</param>
/// <param name="opener">Opens other shells.</param>
/// <param name="user">The script's user, where it is another than the one who has logged in.</param>
/// <param name="time">The clock.</param>
internal sealed class ScriptRun(ShellScript script, ShellSession shell, ITransport transport, ShellOpener opener, string? user, TimeProvider time)
{
    /// <summary>How long a shell may take to begin its first script: what its login's start-up files do is in it.</summary>
    internal static readonly TimeSpan BeginsWithin = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(8);

    // How long a cancelled script is waited for that a new shell has not begun: it could be ended then.
    private static readonly TimeSpan BeginsSoon = TimeSpan.FromMilliseconds(750);

    private readonly bool _isFirst = !shell.IsUsed;

    /// <summary>Runs it. A shell of which nobody knows what it does afterwards is given up.</summary>
    /// <exception cref="UnreachableException">The shell does not begin to work.</exception>
    /// <exception cref="NotEndedException">It was cancelled, and could not be ended.</exception>
    internal async Task<FrameEnd> RunAsync(Frame frame, OutputBuffer output, Stream? input, CancellationToken cancellationToken)
    {
        var isOver = false;
        var begun = BegunAsync(frame);
        try
        {
            await shell.StartAsync(frame, output, cancellationToken).ConfigureAwait(false);
            if (_isFirst)
            {
                await BeginAsync(frame, cancellationToken).ConfigureAwait(false);
            }

            if (input is not null)
            {
                await SendAsync(frame, input, cancellationToken).ConfigureAwait(false);
            }

            var end = await frame.Ended.WaitAsync(cancellationToken).ConfigureAwait(false);
            isOver = true;
            return end;
        }
        catch (Exception e) when (e is not UnreachableException)
        {
            // Cancelled, or the input could not be read: half of an input must not look like the whole.
            isOver = await EndAsync(frame, begun).ConfigureAwait(false);
            if (!isOver && e is OperationCanceledException cancelled)
            {
                throw new NotEndedException(cancelled);
            }

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

    /// <summary>Waits until a new shell has begun a script, or has ended.</summary>
    private async Task BeginAsync(Frame frame, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, script.Unbegun);
        try
        {
            await Task.WhenAny(frame.Began, frame.Ended).WaitAsync(BeginsWithin, time, either.Token).ConfigureAwait(false);
        }
        catch (TimeoutException silent)
        {
            throw opener.NotBegun(user, silent);
        }
    }

    /// <summary>Sends what a script reads, once it has begun: a shell reads ahead, and would take the input for its next command.</summary>
    private async Task SendAsync(Frame frame, Stream input, CancellationToken cancellationToken)
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

    /// <summary>When a script has begun, so that its shell is known to be that old.</summary>
    private async Task<long> BegunAsync(Frame frame)
    {
        await frame.Began.ConfigureAwait(false);
        return time.GetTimestamp();
    }

    /// <summary>Ends it on the host, through another shell.</summary>
    /// <returns>Whether it ended.</returns>
    private async Task<bool> EndAsync(Frame frame, Task<long> begun)
    {
        using var limit = new CancellationTokenSource(EndsWithin, time);
        try
        {
            var age = time.GetElapsedTime(await begun.WaitAsync(_isFirst ? BeginsSoon : EndsWithin, time, limit.Token).ConfigureAwait(false));
            var process = await frame.Began.ConfigureAwait(false);
            var killer = await ShellSession.OpenAsync(sink => opener.OpenAsync(transport, new ShellPlace(user), sink, limit.Token)).ConfigureAwait(false);
            await using (killer.ConfigureAwait(false))
            {
                var grace = script.Limit.IsCancellationRequested ? KillTree.ShortGrace : KillTree.Grace;
                var kill = new Frame(KillTree.Script(process, age, grace));
                await killer.StartAsync(kill, new OutputBuffer(), limit.Token).ConfigureAwait(false);
                var killed = await kill.Ended.WaitAsync(limit.Token).ConfigureAwait(false);
                await frame.Ended.WaitAsync(limit.Token).ConfigureAwait(false);
                if (killed.Status == 0)
                {
                    shell.ForgetLeftovers();
                }
            }

            return true;
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException or UnreachableException or BecomeException)
        {
            // What cannot be ended is given up together with its shell; the caller is told of the cancellation in any case.
            return false;
        }
    }
}
