namespace Playbooks;

/// <summary>
/// Sets words by which a run chooses its tasks (<c>--tags</c>, <c>--skip-tags</c>). Tags on a playbook, on a block, or on a member that returns a block also
/// apply to all tasks of the playbook or block. A task with the tag <c>always</c> also runs if the run chooses other tags; a task with the tag <c>never</c>
/// runs only if the run chooses one of the task's tags.
/// </summary>
/// <param name="tags">The tags, without commas.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class TagsAttribute(params string[] tags) : Attribute
{
    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;
}
