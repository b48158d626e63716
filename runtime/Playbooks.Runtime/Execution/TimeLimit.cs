namespace Playbooks.Execution;

/// <summary>The <c>[Timeout]</c> of a task in the foreground, kept by the controller.</summary>
internal static class TimeLimit
{
    /// <summary>Runs something, and ends it at the task's limit.</summary>
    /// <exception cref="TimeoutException">It has been ended.</exception>
    internal static async Task<T> RunAsync<T>(TaskInfo task, TimeProvider time, Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        if (task.Timeout is not { } seconds)
        {
            return await work(stop).ConfigureAwait(false);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new TimeoutException($"it took longer than its [Timeout] of {seconds} s and was ended");
        }
    }
}
