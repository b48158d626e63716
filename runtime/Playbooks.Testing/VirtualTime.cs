using Microsoft.Extensions.Time.Testing;

namespace Playbooks.Testing;

/// <summary>
/// A virtual clock that jumps to the next timer as soon as no other work is left. The clock detects this by watching the thread pool. Tests that run at the
/// same time slow each other down, so do not run them in parallel.
/// </summary>
public sealed class VirtualTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero))
{
    /// <summary>How many threads of the pool earlier tests have left blocked.</summary>
    private static int _blocked;

    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _due = [];
    private int _busyBefore = BusyBefore();
    private readonly DateTimeOffset _began = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// How often to check a run that does not end, before giving up. Each check takes at least a millisecond, so the default is half a minute.
    /// </summary>
    internal int MostLooks { get; init; } = 30_000;

    /// <summary>The virtual seconds since the clock was created.</summary>
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

    /// <summary>Advances time until a task is done.</summary>
    /// <typeparam name="T">The type of the task's result.</typeparam>
    /// <param name="task">The task.</param>
    /// <exception cref="TimeoutException">The task has not ended after 30,000 checks, about half a minute; the time that a busy machine takes is not
    /// counted.</exception>
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

    /// <summary>Returns when the thread pool has been idle for a while, apart from the threads that earlier tests have left blocked in it.</summary>
    /// <returns>The number of checks.</returns>
    private int AwaitQuiet()
    {
        // Threads that look blocked may have work but get no processor time, so the pool must be idle for longer.
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

    /// <summary>Counts the threads that are busy now. Waits for a thread that is just ending: it would hide another that begins.</summary>
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
