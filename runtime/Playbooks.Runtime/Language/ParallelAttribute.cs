namespace Playbooks;

/// <summary>
/// Runs the task beside what follows, on the controller, and in a shell of its own: also what cannot be a job, such as a block or a
/// <c>Copy</c>. It is joined where its result is first asked for, or at the end of its block; a failure that nobody asks for fails the
/// block while it runs. The items of a loop run one after the other, all of them beside what follows.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ParallelAttribute : Attribute;
