using Playbooks.Execution.Order;

namespace Playbooks.Execution.Agreement;

/// <summary>A host at the beginning of a task, or at the end of a block.</summary>
/// <param name="Host">The name of the host.</param>
/// <param name="Lane">The lane in which the host is; <see langword="null"/> for the playbook's own order.</param>
/// <param name="Position">The host's position.</param>
internal readonly record struct Boundary(string Host, Lane? Lane, TaskPosition Position)
{
    /// <summary>Whether the host waits there for the other live hosts.</summary>
    internal bool Waits { get; init; }

    /// <summary>The task that one host runs for all; <see langword="null"/> if each host runs it.</summary>
    internal string? Once { get; init; }
}
