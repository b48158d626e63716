namespace Playbooks.Execution;

/// <summary>
/// The one stream of what a run tells: stamped, and one event after the other. The end of the run is the last: what jobs print that
/// are left running is told no more.
/// </summary>
internal sealed class EventStream(IRunOutput? output, TimeProvider time)
{
    private readonly Lock _gate = new();
    private bool _isOver;

    internal void Tell(RunEvent runEvent)
    {
        if (output is null)
        {
            return;
        }

        lock (_gate)
        {
            if (!_isOver)
            {
                _isOver = runEvent is RunFinished;
                output.Take(runEvent with { At = time.GetUtcNow() });
            }
        }
    }
}
