namespace Playbooks;

/// <summary>Why a block or playbook failed on a host. <c>[Rescue]</c> and <c>[Always]</c> tasks can have a parameter of this type.</summary>
/// <param name="Task">
/// The member of the task that failed first; for a task in an inner block, its path within this block or playbook, such as <c>Migration.Run</c>.
/// </param>
/// <param name="Message">Why the task failed, as a message to the user.</param>
public sealed record Failure(string Task, string Message)
{
    /// <summary>The task's name as the output shows it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The result of the failed task; <see langword="null"/> if it has none, for example because a member of the playbook threw an exception or the host became
    /// unreachable. For a loop, this is the result of the first item that failed. To get all results, declare a parameter with the name of the loop.
    /// </summary>
    public TaskResult? Result { get; init; }

    /// <summary>Whether the host became unreachable.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>The other failures in the block: those of jobs that ended or were cancelled, and those of <c>[Rescue]</c> and <c>[Always]</c> tasks.</summary>
    public IReadOnlyList<Failure> Others { get; init; } = [];
}
