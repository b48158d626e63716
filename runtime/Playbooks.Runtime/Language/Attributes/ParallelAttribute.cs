namespace Playbooks;

/// <summary>
/// Runs the task at the same time as the tasks that follow it, over the connection and in a shell of its own. Tasks that cannot be jobs, such as blocks and
/// <c>Copy</c>, can also run in this way. The run waits for the task where the task's result is first used, or else at the end of the block. If the task fails
/// and no task uses its result, the block fails. In a loop, <see cref="Max"/> limits how many items run at the same time.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ParallelAttribute : Attribute
{
    /// <summary>
    /// The largest number of items of a loop that run at the same time; more than zero. Defaults to 6 in a loop of blocks, and 1 in any other loop.
    /// </summary>
    public int Max { get; set; }
}
