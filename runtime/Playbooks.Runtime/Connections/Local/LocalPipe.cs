using System.Diagnostics;

namespace Playbooks.Connections.Local;

/// <summary>A process on the controller.</summary>
internal sealed class LocalPipe : IPipe
{
    // The size that a pipe accepts at once, so that a write to a waiting shell does not block.
    private const int AtOnce = 32 * 1024;

    // A process may leave other processes that hold its output open. They are not waited for longer than this.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly TimeProvider _time;
    private int _disposed;

    internal LocalPipe(Process process, IPipeSink sink, TimeProvider time)
    {
        _process = process;
        _time = time;
        _input = process.StandardInput.BaseStream;
        var output = Blocking.RunAsync(() => Read(process.StandardOutput.BaseStream, sink.Output));
        var error = Blocking.RunAsync(() => Read(process.StandardError.BaseStream, sink.Error));
        Exit = ExitAsync(Task.WhenAll(output, error));
    }

    private delegate void Taker(ReadOnlySpan<byte> data);

    /// <inheritdoc/>
    public Task<PipeExit> Exit { get; }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        if (data.Length <= AtOnce)
        {
            Write(data.Span);
        }
        else
        {
            await Blocking.RunAsync(() => Write(data.Span), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteInputAsync(CancellationToken cancellationToken)
    {
        Close();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        Close();
        try
        {
            await Exit.WaitAsync(EndsWithin, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Kill();
        }

        _ = FreeAsync();
    }

    private static void Read(Stream stream, Taker take)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            take(buffer.AsSpan(0, count));
        }
    }

    // A process that has ended reads nothing more; its exit reports that.
    private void Write(ReadOnlySpan<byte> data)
    {
        try
        {
            _input.Write(data);
            _input.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            Close();
        }
    }

    private void Close()
    {
        try
        {
            _input.Dispose();
        }
        catch (IOException)
        {
            // The process has ended before it read the rest.
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // sudo and su run as root, so they cannot be killed; they end with their input.
        }
    }

    private async Task<PipeExit> ExitAsync(Task output)
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        await Task.WhenAny(output, Task.Delay(Drain, _time)).ConfigureAwait(false);
        return new PipeExit(_process.ExitCode);
    }

    private async Task FreeAsync()
    {
        await Exit.ConfigureAwait(false);
        _process.Dispose();
    }
}
