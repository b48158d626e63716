namespace Playbooks;

/// <summary>Receives the events of a run, one after the other, never two at the same time.</summary>
public interface IRunOutput
{
    /// <summary>Receives an event. An implementation must not block for long.</summary>
    /// <param name="runEvent">The event.</param>
    void Take(RunEvent runEvent);
}
