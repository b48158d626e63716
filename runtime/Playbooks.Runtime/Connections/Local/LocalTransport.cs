using System.Diagnostics;
using Playbooks.Connections.Escalation;

namespace Playbooks.Connections.Local;

/// <summary>The transport for the controller itself: each command is a process.</summary>
internal sealed class LocalTransport(string host, TimeProvider time) : ITransport
{
    private static readonly string? SetSid = Array.Find(["/usr/bin/setsid", "/bin/setsid"], File.Exists);

    private readonly Lock _lock = new();
    private readonly HashSet<LocalPipe> _pipes = [];
    private bool _closed;

    /// <inheritdoc/>
    public bool IsAlive => !_closed;

    /// <inheritdoc/>
    public Task<IPipe> OpenAsync(string command, IPipeSink sink, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Each command has a session of its own, as over SSH, so that Ctrl-C at the terminal and `kill 0` in a script do not affect the other side.
        string[] words = ["/bin/sh", "-c", command];
        var start = new ProcessStartInfo(SetSid ?? words[0], SetSid is null ? words[1..] : words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment.Remove(BecomeOptions.PasswordVariable);
        ChildSignals.Reset();
        try
        {
            var pipe = new LocalPipe(Process.Start(start)!, sink, time);
            lock (_lock)
            {
                _pipes.Add(pipe);
            }

            _ = ForgetAsync(pipe);
            return Task.FromResult<IPipe>(pipe);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new UnreachableException(host, $"/bin/sh cannot be started on this machine: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        LocalPipe[] pipes;
        lock (_lock)
        {
            _closed = true;
            pipes = [.. _pipes];
        }

        await Task.WhenAll(pipes.Select(pipe => pipe.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    private async Task ForgetAsync(LocalPipe pipe)
    {
        await pipe.Exit.ConfigureAwait(false);
        lock (_lock)
        {
            _pipes.Remove(pipe);
        }
    }
}
