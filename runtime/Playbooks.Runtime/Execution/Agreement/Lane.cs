using Playbooks.Execution.Order;

namespace Playbooks.Execution.Agreement;

/// <summary>What stands beside the tasks that follow it, and has an order of hosts of its own.</summary>
/// <param name="Around">The lane around it; <see langword="null"/> for the playbook's own order.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record Lane(Lane? Around, TaskPosition Position);
