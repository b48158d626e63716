namespace Playbooks;

/// <summary>Why a block or a playbook failed on a host: what <c>[Rescue]</c> and <c>[Always]</c> tasks may ask for.</summary>
/// <param name="Task">The task that failed first: the member's name; of a task in a block within, its path from here, <c>Migration.Run</c>.</param>
/// <param name="Message">Why, for people.</param>
public sealed record Failure(string Task, string Message)
{
    /// <summary>What is shown for the task.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What it gave; <see langword="null"/> where there is nothing: a member of the playbook threw, say, or the host was lost. Of a
    /// loop it is the first item that failed; ask for the loop itself, by its name, to get all of them.
    /// </summary>
    public TaskResult? Result { get; init; }

    /// <summary>Whether the host was lost.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>What else failed in the block: other jobs, as they ended or were cancelled, and what was to rescue or to clean up.</summary>
    public IReadOnlyList<Failure> Others { get; init; } = [];
}
