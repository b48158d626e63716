using Playbooks.Generated;

namespace Playbooks;

/// <summary>The <c>[Rescue]</c> tasks of a block or playbook have succeeded on a host, and the host continues.</summary>
/// <param name="Task">The task that had failed first.</param>
/// <param name="Host">The host.</param>
/// <param name="Message">Why the task had failed.</param>
public sealed record HostRescued(TaskInfo Task, Host Host, string Message) : TaskEvent(Task, Host)
{
    /// <summary>The path of the block whose <c>[Rescue]</c> tasks ran; <see langword="null"/> if the tasks belong to the playbook itself.</summary>
    public string? Block { get; init; }
}
