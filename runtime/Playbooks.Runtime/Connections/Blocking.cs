namespace Playbooks.Connections;

/// <summary>
/// The one place where calls that block get a thread of their own. The thread pool stays free for what is asynchronous,
/// so that a thousand slow hosts cannot starve it.
/// </summary>
internal static class Blocking
{
    /// <summary>Calls something that blocks. The token ends the waiting, not the call.</summary>
    internal static Task RunAsync(Action call, CancellationToken cancellationToken = default) =>
        Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default)
            .WaitAsync(cancellationToken);
}
