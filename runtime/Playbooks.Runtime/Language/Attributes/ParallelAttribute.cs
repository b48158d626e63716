namespace Playbooks;

/// <summary>
/// Runs the task beside what follows, on the controller, and in a shell of its own: also what cannot be a job, such as a block or a
/// <c>Copy</c>. It is joined where its result is first asked for, or at the end of its block; a failure that nobody asks for fails the
/// block while it runs. The blocks of a loop run side by side, too, and the other items one after the other, unless <see cref="Max"/> says how many.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ParallelAttribute : Attribute
{
    /// <summary>How many items of a loop run at once; above zero. Defaults to 6 for blocks, and else to 1.</summary>
    public int Max { get; set; }
}
