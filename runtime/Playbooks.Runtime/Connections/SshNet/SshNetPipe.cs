using System.Runtime.InteropServices;
using Renci.SshNet;

namespace Playbooks.Connections.SshNet;

/// <summary>A command on an SSH connection.</summary>
internal sealed class SshNetPipe : IPipe
{
    // A waiting shell accepts this much at once: its window is about 2 MiB.
    private const int AtOnce = 32 * 1024;

    private readonly SshNetTransport _transport;
    private readonly SshCommand _command;
    private readonly Stream? _input;
    private int _disposed;

    private SshNetPipe(SshNetTransport transport, SshCommand command, Task ended)
    {
        _transport = transport;
        _command = command;
        _input = InputOf(command);
        Exit = ExitAsync(ended);
    }

    /// <inheritdoc/>
    public Task<PipeExit> Exit { get; }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        var bytes = MemoryMarshal.TryGetArray(data, out var segment) ? segment : data.ToArray();
        if (bytes.Count <= AtOnce)
        {
            Write(bytes);
        }
        else
        {
            await Blocking.RunAsync(() => Write(bytes), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteInputAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_input is not null)
            {
                SshNetInternals.End(_input);
            }
        }
        catch (Exception e) when (SshErrors.IsLoss(e))
        {
            throw _transport.Lost(e);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await Blocking.RunAsync(Close).ConfigureAwait(false);
        }
    }

    /// <summary>Starts a command. Blocks for two round trips.</summary>
    internal static SshNetPipe Open(SshNetTransport transport, SshClient client, string text, IPipeSink sink)
    {
        var command = client.CreateCommand(text);
        try
        {
            SshNetInternals.SetOutput(command, new SinkStream(sink.Output));
            SshNetInternals.SetExtendedOutput(command, new SinkStream(sink.Error));
            var ended = command.ExecuteAsync();
            return ended.IsCompleted || SshNetInternals.IsAccepted(command)
                ? new SshNetPipe(transport, command, ended)
                : throw transport.Refused();
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    private static Stream? InputOf(SshCommand command)
    {
        try
        {
            return command.CreateInputStream();
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            // The command has already ended; its exit reports that.
            return null;
        }
    }

    private void Write(ArraySegment<byte> bytes)
    {
        try
        {
            _input?.Write(bytes.Array!, bytes.Offset, bytes.Count);
        }
        catch (ObjectDisposedException)
        {
            // The command has ended; its exit reports that.
        }
        catch (Exception e) when (SshErrors.IsLoss(e))
        {
            throw _transport.Lost(e);
        }
    }

    private void Close()
    {
        try
        {
            _command.Dispose();
        }
        catch (Exception e) when (SshErrors.IsLoss(e))
        {
            // Closed together with its connection.
        }
    }

    private async Task<PipeExit> ExitAsync(Task ended)
    {
        await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended.IsFaulted && ended.Exception.InnerException is not ObjectDisposedException)
        {
            return new PipeExit(null, _transport.WhyLost(ended.Exception.InnerException!));
        }

        return new PipeExit(_command.ExitSignal is { } signal ? Signals.Status(signal) : _command.ExitStatus);
    }
}
