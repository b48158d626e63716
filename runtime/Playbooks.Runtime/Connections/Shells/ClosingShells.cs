using System.Collections.Concurrent;

namespace Playbooks.Connections.Shells;

/// <summary>Closes the shells that run nothing more, while new shells already work.</summary>
/// <param name="time">The clock.</param>
internal sealed class ClosingShells(TimeProvider time)
{
    private static readonly TimeSpan RetiresWithin = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<Task, bool> _closing = new();

    /// <summary>Closes a shell in which a process that was left running may still print.</summary>
    internal void Retire(ShellSession shell) => Add(RetireAsync(shell));

    /// <summary>Closes a shell whose state is unknown. Closing it takes long if it does not answer.</summary>
    internal void Close(ShellSession shell) => Add(shell.DisposeAsync().AsTask());

    /// <summary>Waits until all shells are closed, or cannot be closed.</summary>
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
