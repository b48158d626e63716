using Microsoft.Extensions.Time.Testing;

namespace Playbooks.Testing;

/// <summary>
/// A clock that jumps to the next timer whenever nothing else is left to do. It looks at the thread pool for that: what runs beside it makes a test
/// slower, so let no other tests run at the same time.
/// </summary>
public sealed class VirtualTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _due = [];
    private int _busyBefore = Busy();
    private readonly DateTimeOffset _began = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The seconds since the beginning.</summary>
    public double Seconds => (GetUtcNow() - _began).TotalSeconds;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            lock (_gate)
            {
                _due.Add(GetUtcNow() + dueTime);
            }
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>Lets time pass until the task is done.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <exception cref="TimeoutException">For half a minute it has neither ended nor waited for a timer.</exception>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        var deadline = Environment.TickCount64 + 30_000;
        while (!task.IsCompleted)
        {
            AwaitQuiet();
            if (!task.IsCompleted)
            {
                if (Environment.TickCount64 >= deadline)
                {
                    throw new TimeoutException("The run neither ends nor waits for a timer.");
                }

                JumpToNextTimer();
            }
        }

        return await task.ConfigureAwait(false);
    }

    /// <summary>
    /// Returns when the pool has had nothing to do for a while, but for the threads that earlier tests have left blocked in it.
    /// </summary>
    private void AwaitQuiet()
    {
        for (var (look, quiet) = (0, 0); look < 1000 && quiet < 3; look++)
        {
            Thread.Sleep(1);
            var busy = Busy();
            quiet = busy <= _busyBefore && ThreadPool.PendingWorkItemCount == 0 ? quiet + 1 : 0;
            _busyBefore = Math.Min(_busyBefore, busy);
        }
    }

    private static int Busy()
    {
        ThreadPool.GetMaxThreads(out var all, out _);
        ThreadPool.GetAvailableThreads(out var idle, out _);
        return all - idle - (Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
    }

    private void JumpToNextTimer()
    {
        var now = GetUtcNow();
        DateTimeOffset next;
        lock (_gate)
        {
            _due.RemoveAll(due => due <= now);
            if (_due.Count == 0)
            {
                return;
            }

            next = _due.Min();
        }

        SetUtcNow(next);
    }
}
