namespace Playbooks.Generator.Tests.Semantics;

/// <summary>
/// The time of the reference model: a number. What goes on side by side takes turns here, on one thread, and time passes when nothing else is left to do.
/// </summary>
internal sealed class ModelTime : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Call, object? State)> _ready = [];
    private readonly PriorityQueue<TaskCompletionSource, (TimeSpan At, int Order)> _timers = new();
    private int _order;

    internal TimeSpan Now { get; private set; }

    public override void Post(SendOrPostCallback d, object? state) => _ready.Enqueue((d, state));

    /// <summary>Completes at a moment.</summary>
    internal Task At(TimeSpan moment)
    {
        var timer = new TaskCompletionSource();
        _timers.Enqueue(timer, (moment, _order++));
        return timer.Task;
    }

    /// <summary>Runs something to its end.</summary>
    internal void Run(Func<Task> whole)
    {
        var around = Current;
        SetSynchronizationContext(this);
        try
        {
            var running = whole();
            while (!running.IsCompleted)
            {
                if (_ready.TryDequeue(out var next))
                {
                    next.Call(next.State);
                    continue;
                }

                if (!_timers.TryDequeue(out var timer, out var due))
                {
                    throw new InvalidOperationException("The reference model waits for what never comes.");
                }

                Now = due.At;
                timer.SetResult();
            }

            running.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(around);
        }
    }
}
