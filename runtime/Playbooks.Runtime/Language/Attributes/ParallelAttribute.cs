namespace Playbooks;

/// <summary>
/// Runs the task beside the tasks that follow, on the controller and in a shell of its own. It also works for tasks that cannot be jobs, such as blocks and
/// <c>Copy</c>. The task is joined where its result is first used, or at the end of its block. If it fails and no task uses its result, the block fails. In a
/// loop, <see cref="Max"/> sets how many items run at the same time.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ParallelAttribute : Attribute
{
    /// <summary>The number of items of a loop that run at the same time; more than zero. Defaults to 6 for blocks, else 1.</summary>
    public int Max { get; set; }
}
