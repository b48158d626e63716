using Playbooks.Execution.Order;

namespace Playbooks.Execution.Agreement;

/// <summary>A host at the beginning of a task, or at the end of a block.</summary>
/// <param name="Host">The name of the host.</param>
/// <param name="Lane">The order in which it stands; <see langword="null"/> for the playbook's own.</param>
/// <param name="Position">Where it stands.</param>
internal readonly record struct Boundary(string Host, Lane? Lane, TaskPosition Position)
{
    /// <summary>Whether it waits there for the other live hosts.</summary>
    internal bool Waits { get; init; }

    /// <summary>The task that one host runs for all; <see langword="null"/> where each runs it.</summary>
    internal string? Once { get; init; }
}
