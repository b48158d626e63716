namespace Playbooks.Connections;

/// <summary>Runs blocking calls on threads of their own. The thread pool stays free for asynchronous work, so a thousand slow hosts cannot starve it.</summary>
internal static class Blocking
{
    /// <summary>Runs a blocking call. The token ends the wait, not the call.</summary>
    internal static Task RunAsync(Action call, CancellationToken cancellationToken = default) =>
        Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default)
            .WaitAsync(cancellationToken);
}
