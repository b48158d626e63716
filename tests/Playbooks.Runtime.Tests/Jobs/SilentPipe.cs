using Playbooks.Connections;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>A pipe to a shell that reads, and says nothing by itself.</summary>
internal sealed class SilentPipe : IPipe
{
    private readonly TaskCompletionSource<PipeExit> exit = new();

    public Task<PipeExit> Exit => exit.Task;

    /// <summary>Ends the shell.</summary>
    internal SilentPipe Ended(int status)
    {
        exit.TrySetResult(new PipeExit(status));
        return this;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask CompleteInputAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Ended(0);
        return ValueTask.CompletedTask;
    }
}
