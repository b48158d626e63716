namespace Playbooks.Connections.Shells;

/// <summary>The run of one script in a shell of a host, from its start to its end. A cancelled script is ended on the host.</summary>
/// <param name="script">The script.</param>
/// <param name="shell">The shell.</param>
/// <param name="transport">The transport of the shell.</param>
/// <param name="opener">Opens other shells.</param>
/// <param name="user">The script's user; <see langword="null"/> for the user who has logged in.</param>
/// <param name="time">The clock.</param>
internal sealed class ScriptRun(ShellScript script, ShellSession shell, ITransport transport, ShellOpener opener, string? user, TimeProvider time)
{
    /// <summary>How long a shell may take to begin its first script. This includes the start-up files of its login.</summary>
    internal static readonly TimeSpan BeginsWithin = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(8);

    // How long to wait until a new shell begins a cancelled script, so that the script can be ended.
    private static readonly TimeSpan BeginsSoon = TimeSpan.FromMilliseconds(750);

    private readonly bool _isFirst = !shell.IsUsed;

    /// <summary>Runs the script. A shell whose state is unknown afterwards is given up.</summary>
    /// <exception cref="UnreachableException">The shell did not begin the script.</exception>
    /// <exception cref="NotEndedException">The script was cancelled, and could not be ended.</exception>
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
            // The script was cancelled, or its input could not be read: a part of the input must not be mistaken for the whole.
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

    /// <summary>Sends a script's input after the script has begun. A shell reads ahead, and would take earlier input for its next command.</summary>
    private async Task SendAsync(Frame frame, Stream input, CancellationToken cancellationToken)
    {
        await Task.WhenAny(frame.Began, frame.Ended).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!frame.Began.IsCompletedSuccessfully)
        {
            return;
        }

        // If a script ends without reading all of its input, sending also ends.
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

    /// <summary>Returns the time at which a script has begun: its shell is at least that old.</summary>
    private async Task<long> BegunAsync(Frame frame)
    {
        await frame.Began.ConfigureAwait(false);
        return time.GetTimestamp();
    }

    /// <summary>Ends the script on the host, through another shell.</summary>
    /// <returns>Whether the script ended.</returns>
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
            // A script that cannot be ended is given up with its shell. The caller gets the cancellation in any case.
            return false;
        }
    }
}
