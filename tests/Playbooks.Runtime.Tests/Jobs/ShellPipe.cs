using System.Diagnostics;
using Playbooks.Connections;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>A pipe to a shell on this machine.</summary>
internal sealed class ShellPipe : IPipe
{
    private readonly Process process;

    internal ShellPipe(Process process, IPipeSink sink)
    {
        this.process = process;
        Exit = PumpAsync(sink);
    }

    public Task<PipeExit> Exit { get; }

    internal void Kill() => process.Kill();

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(data, cancellationToken);
            await process.StandardInput.BaseStream.FlushAsync(cancellationToken);
        }
        catch (IOException broken)
        {
            throw new UnreachableException("here", "The pipe was lost.", broken);
        }
    }

    public ValueTask CompleteInputAsync(CancellationToken cancellationToken)
    {
        Close();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        await Exit;
        process.Dispose();
    }

    private void Close()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Whoever read it has ended.
        }
    }

    private async Task<PipeExit> PumpAsync(IPipeSink sink)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var buffer = new byte[4096];
        var ended = process.WaitForExitAsync();
        while (true)
        {
            var read = process.StandardOutput.BaseStream.ReadAsync(buffer).AsTask();
            if (await Task.WhenAny(read, ended) == ended && !read.IsCompleted)
            {
                // What the shell left in the background may hold the pipe; a killed one is lost all the same.
                break;
            }

            var count = await read;
            if (count == 0)
            {
                break;
            }

            sink.Output(buffer.AsSpan(0, count));
        }

        await ended;
        _ = errors;
        return new PipeExit(process.ExitCode);
    }
}
