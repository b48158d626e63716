namespace Playbooks.Execution;

/// <summary>The one stream of what a run tells: stamped, and one event after the other.</summary>
internal sealed class EventStream(IRunOutput? output, TimeProvider time)
{
    private readonly Lock _gate = new();

    internal void Tell(RunEvent runEvent)
    {
        if (output is null)
        {
            return;
        }

        lock (_gate)
        {
            output.Take(runEvent with { At = time.GetUtcNow() });
        }
    }
}
