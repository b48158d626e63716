namespace Playbooks;

/// <summary>Takes the events of a run, one after the other, never two at once.</summary>
public interface IRunOutput
{
    /// <summary>Takes an event; must not block for long.</summary>
    /// <param name="runEvent">The event.</param>
    void Take(RunEvent runEvent);
}
