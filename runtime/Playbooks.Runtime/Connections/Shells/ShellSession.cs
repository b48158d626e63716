using System.Text;

namespace Playbooks.Connections.Shells;

/// <summary>One long-lived shell that takes framed scripts, one after the other: one write and one round trip each.</summary>
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

    /// <summary>Whether it can take a further script.</summary>
    internal bool IsUsable => IsThere && !HasLeftovers;

    /// <summary>Whether a script has left a process, or may have, that can still print here.</summary>
    internal bool HasLeftovers =>
        _output.IsDisturbed || (_last != _cleared && _last is { Ended: { IsCompletedSuccessfully: true, Result.HasLeftovers: true } });

    /// <summary>Whether it was given up.</summary>
    internal bool IsAbandoned { get; private set; }

    /// <summary>Whether it has run a script before.</summary>
    internal bool IsUsed => _last is not null;

    /// <summary>What it printed outside of scripts, for people.</summary>
    internal string Noise => _output.Noise;

    /// <summary>Opens a shell.</summary>
    /// <param name="open">Opens the pipe to it.</param>
    internal static async Task<ShellSession> OpenAsync(Func<IPipeSink, Task<IPipe>> open)
    {
        var output = new FramedOutput();
        return new ShellSession(output, await open(output).ConfigureAwait(false));
    }

    /// <summary>Sends a script; <see cref="Frame.Ended"/> tells its end. One at a time.</summary>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    internal async ValueTask StartAsync(Frame frame, IPipeSink sink, CancellationToken cancellationToken)
    {
        _output.Expect(frame, sink);
        _ = BreakAsync(frame);
        await _pipe.WriteAsync(IsUsed ? frame.Bytes : (byte[])[.. Functions, .. frame.Bytes.Span], cancellationToken).ConfigureAwait(false);
        _last = frame;
    }

    /// <summary>Sends what a script reads, and its end.</summary>
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
    /// Closes it and leaves the processes that can print here unharmed. Where the shell cannot be prepared for
    /// that, it stays open as long as its connection.
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

    /// <summary>What the last script has left has ended since.</summary>
    internal void ForgetLeftovers() => _cleared = _last;

    /// <summary>Gives it up: nobody knows what it does.</summary>
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
