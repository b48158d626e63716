using Playbooks.Generated;

namespace Playbooks;

/// <summary>Something that happened to a task on a host.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
public abstract record TaskEvent(TaskInfo Task, Host Host) : RunEvent
{
    /// <summary>The index of the item in a loop, from 0; <see langword="null"/> if the event does not belong to an item.</summary>
    public int? Item { get; init; }

    /// <summary>The label of the module.</summary>
    public string? Label { get; init; }
}
