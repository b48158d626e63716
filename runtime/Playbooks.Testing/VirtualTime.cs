using Microsoft.Extensions.Time.Testing;

namespace Playbooks.Testing;

/// <summary>
/// A clock that jumps to the next timer whenever nothing else is left to do. It looks at the thread pool for that: what runs beside it makes a test
/// slower, so let no other tests run at the same time.
/// </summary>
public sealed class VirtualTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero))
{
    /// <summary>How many threads earlier tests have left blocked in the pool.</summary>
    private static int _blocked;

    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _due = [];
    private int _busyBefore = BusyBefore();
    private readonly DateTimeOffset _began = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How often a run that does not end is looked at. Each look takes a millisecond at least; the default is half a minute.</summary>
    internal int MostLooks { get; init; } = 30_000;

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
    /// <exception cref="TimeoutException">It has not ended after half a minute of looking at it. The time that a busy machine takes is not counted.</exception>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        var looks = 0;
        while (!task.IsCompleted)
        {
            looks += AwaitQuiet();
            if (!task.IsCompleted)
            {
                if (looks >= MostLooks)
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
    /// <returns>How often it has looked.</returns>
    private int AwaitQuiet()
    {
        // Where some are blocked, they may also be at work, and only get no time: that is looked at for longer.
        var look = 0;
        for (var quiet = 0; look < 1000 && quiet < (_busyBefore > 0 ? 30 : 3); look++)
        {
            Thread.Sleep(1);
            var busy = Busy();
            quiet = busy <= _busyBefore && ThreadPool.PendingWorkItemCount == 0 ? quiet + 1 : 0;
            _busyBefore = Math.Min(_busyBefore, busy);
        }

        return look;
    }

    /// <summary>How many threads are at work now. One that is just ending is waited for: it would hide another that begins.</summary>
    private static int BusyBefore()
    {
        var busy = Busy();
        for (var look = 0; look < 200 && busy > Volatile.Read(ref _blocked); look++)
        {
            Thread.Sleep(1);
            busy = Math.Min(busy, Busy());
        }

        Volatile.Write(ref _blocked, busy);
        return busy;
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
