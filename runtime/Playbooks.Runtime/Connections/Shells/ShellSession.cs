using System.Text;

namespace Playbooks.Connections.Shells;

/// <summary>A long-lived shell that runs framed scripts one after the other. Each script takes one write and one round trip.</summary>
internal sealed class ShellSession : IAsyncDisposable
{
    private readonly FramedOutput _output;
    private static readonly byte[] Functions = Encoding.ASCII.GetBytes(Frame.Functions);

    private readonly IPipe _pipe;
    private Frame? _last;
    private Frame? _cleared;

    private ShellSession(FramedOutput output, IPipe pipe)
    {
        _output = output;
        _pipe = pipe;
    }

    /// <summary>Whether the shell can run a further script.</summary>
    internal bool IsUsable => IsThere && !HasLeftovers;

    /// <summary>Whether a script has, or may have, left a process that can still print here.</summary>
    internal bool HasLeftovers =>
        _output.IsDisturbed || (_last != _cleared && _last is { Ended: { IsCompletedSuccessfully: true, Result.HasLeftovers: true } });

    /// <summary>Whether the shell was given up.</summary>
    internal bool IsAbandoned { get; private set; }

    /// <summary>Whether the shell has run a script before.</summary>
    internal bool IsUsed => _last is not null;

    /// <summary>What the shell printed outside of scripts, for people.</summary>
    internal string Noise => _output.Noise;

    /// <summary>Opens a shell.</summary>
    /// <param name="open">Opens the pipe to the shell.</param>
    internal static async Task<ShellSession> OpenAsync(Func<IPipeSink, Task<IPipe>> open)
    {
        var output = new FramedOutput();
        return new ShellSession(output, await open(output).ConfigureAwait(false));
    }

    /// <summary>Sends a script; <see cref="Frame.Ended"/> reports its end. Only one script may run at a time.</summary>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    internal async ValueTask StartAsync(Frame frame, IPipeSink sink, CancellationToken cancellationToken)
    {
        _output.Expect(frame, sink);
        _ = BreakAsync(frame);
        await _pipe.WriteAsync(IsUsed ? frame.Bytes : (byte[])[.. Functions, .. frame.Bytes.Span], cancellationToken).ConfigureAwait(false);
        _last = frame;
    }

    /// <summary>Sends a script's input, and ends it.</summary>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    internal async Task SendAsync(Stream input, CancellationToken cancellationToken)
    {
        var buffer = new byte[256 * 1024];
        int count;
        while ((count = await input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await _pipe.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        await _pipe.CompleteInputAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Closes the shell without harming the processes that can still print here. If the shell cannot be prepared for that, it stays open as long as its
    /// connection.
    /// </summary>
    internal async Task RetireAsync(CancellationToken cancellationToken)
    {
        try
        {
            var frame = Frame.Drain();
            await StartAsync(frame, new OutputBuffer(), cancellationToken).ConfigureAwait(false);
            await frame.Began.WaitAsync(cancellationToken).ConfigureAwait(false);
            await DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or UnreachableException)
        {
            // Its output is discarded until the connection ends.
            if (_pipe.Exit.IsCompleted)
            {
                await DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Records that the processes that the last script has left have ended.</summary>
    internal void ForgetLeftovers() => _cleared = _last;

    /// <summary>Gives up the shell, because its state is unknown.</summary>
    internal void Abandon() => IsAbandoned = true;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _pipe.DisposeAsync();

    private bool IsThere => !IsAbandoned && !_pipe.Exit.IsCompleted;

    private async Task BreakAsync(Frame frame)
    {
        if (await Task.WhenAny(frame.Ended, _pipe.Exit).ConfigureAwait(false) == _pipe.Exit)
        {
            frame.Break(await _pipe.Exit.ConfigureAwait(false));
        }
    }
}
