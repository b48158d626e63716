namespace Playbooks.Connections;

/// <summary>One long-lived shell that takes framed scripts, one after the other: one write and one round trip each.</summary>
internal sealed class ShellSession : IAsyncDisposable
{
    private readonly FramedOutput _output;
    private readonly IPipe _pipe;
    private bool _abandoned;

    private ShellSession(FramedOutput output, IPipe pipe)
    {
        _output = output;
        _pipe = pipe;
    }

    /// <summary>Whether it can take a further script.</summary>
    internal bool IsUsable => !_abandoned && !_pipe.Exit.IsCompleted;

    /// <summary>Whether it has run a script before.</summary>
    internal bool IsUsed { get; private set; }

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
        await _pipe.WriteAsync(frame.Bytes, cancellationToken).ConfigureAwait(false);
        IsUsed = true;
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

    /// <summary>Gives it up: nobody knows what it does.</summary>
    internal void Abandon() => _abandoned = true;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _pipe.DisposeAsync();

    private async Task BreakAsync(Frame frame)
    {
        if (await Task.WhenAny(frame.Ended, _pipe.Exit).ConfigureAwait(false) == _pipe.Exit)
        {
            frame.Break(await _pipe.Exit.ConfigureAwait(false));
        }
    }
}
