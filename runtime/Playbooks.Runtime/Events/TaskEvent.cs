using Playbooks.Generated;

namespace Playbooks;

/// <summary>Something that a run tells of a task on a host.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
public abstract record TaskEvent(TaskInfo Task, Host Host) : RunEvent
{
    /// <summary>The item's index, in a loop.</summary>
    public int? Item { get; init; }

    /// <summary>The module's label.</summary>
    public string? Label { get; init; }
}
