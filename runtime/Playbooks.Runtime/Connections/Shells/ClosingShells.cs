using System.Collections.Concurrent;

namespace Playbooks.Connections.Shells;

/// <summary>Closes the shells that run nothing more, while their successors work.</summary>
/// <param name="time">The clock.</param>
internal sealed class ClosingShells(TimeProvider time)
{
    private static readonly TimeSpan RetiresWithin = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<Task, bool> _closing = new();

    /// <summary>Takes a shell in which something that was left running may still print.</summary>
    internal void Retire(ShellSession shell) => Add(RetireAsync(shell));

    /// <summary>Takes a shell of which nobody knows what it does; a silent one takes its time.</summary>
    internal void Close(ShellSession shell) => Add(shell.DisposeAsync().AsTask());

    /// <summary>Waits until all are closed, or cannot be.</summary>
    internal Task UntilClosedAsync() => Task.WhenAll(_closing.Keys);

    private void Add(Task closing)
    {
        _closing[closing] = true;
        _ = closing.ContinueWith(
            closed => _closing.TryRemove(closed, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task RetireAsync(ShellSession shell)
    {
        using var limit = new CancellationTokenSource(RetiresWithin, time);
        await shell.RetireAsync(limit.Token).ConfigureAwait(false);
    }
}
