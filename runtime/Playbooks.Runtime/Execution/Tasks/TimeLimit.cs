using System.Globalization;
using Playbooks.Connections.Shells;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>
/// A time limit that the controller enforces, to within a second: the <c>[Timeout]</c> of a task in the foreground, or a limit of Playbooks itself.
/// </summary>
internal static class TimeLimit
{
    // Work that has not ended by then is abandoned.
    private static readonly TimeSpan EndsWithin = TimeSpan.FromMilliseconds(950);

    /// <summary>Runs work, and ends it at the task's limit.</summary>
    /// <param name="task">The task.</param>
    /// <param name="spent">How much of the task's time has already passed.</param>
    /// <param name="time">The clock.</param>
    /// <param name="work">The work. It gets a token that ends it, and a token that says that it has reached its limit.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <exception cref="TimeoutException">The work has reached its limit and was ended or abandoned.</exception>
    internal static Task<T> RunAsync<T>(
        TaskInfo task, TimeSpan spent, TimeProvider time, Func<CancellationToken, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        if (task.Timeout is not { } seconds)
        {
            return work(stop, CancellationToken.None);
        }

        var left = TimeSpan.FromSeconds(seconds) - spent;
        return RunAsync(
            left > TimeSpan.Zero ? left : TimeSpan.Zero,
            string.Create(CultureInfo.InvariantCulture, $"the task took longer than its [Timeout] of {seconds} s"),
            time,
            work,
            stop);
    }

    /// <summary>Runs work, and ends it at a limit.</summary>
    /// <exception cref="TimeoutException">The work was ended or abandoned; the message names the limit.</exception>
    internal static async Task<T> RunAsync<T>(
        TimeSpan most, string late, TimeProvider time, Func<CancellationToken, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        using var over = new CancellationTokenSource();
        var working = work(either.Token, limit.Token);
        var isLate = await Task.WhenAny(working, LateAsync(most, time, over.Token)).ConfigureAwait(false) != working;
        await over.CancelAsync().ConfigureAwait(false);
        if (isLate && !stop.IsCancellationRequested)
        {
            throw TookLonger(late, hasEnded: false);
        }

        try
        {
            return await working.ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (limit.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw TookLonger(late, cancelled is not NotEndedException);
        }
    }

    // Two delays, because a limit may already be the longest possible delay.
    private static async Task LateAsync(TimeSpan most, TimeProvider time, CancellationToken over)
    {
        await Task.Delay(most, time, over).ConfigureAwait(false);
        await Task.Delay(EndsWithin, time, over).ConfigureAwait(false);
    }

    private static TimeoutException TookLonger(string late, bool hasEnded) =>
        new($"{late} and {(hasEnded ? "was ended" : "could not be ended; it may still be running on the host")}");
}
