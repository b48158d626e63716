using Playbooks.Execution.Order;

namespace Playbooks.Execution.Agreement;

/// <summary>A lane: a branch or one block of a loop, which runs beside other tasks and in which the hosts have an order of their own.</summary>
/// <param name="Around">The lane around this one; <see langword="null"/> for the playbook's own order.</param>
/// <param name="Position">The position at which the lane begins.</param>
internal sealed record Lane(Lane? Around, TaskPosition Position);
