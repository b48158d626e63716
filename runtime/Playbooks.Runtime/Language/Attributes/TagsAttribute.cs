namespace Playbooks;

/// <summary>
/// Names by which tasks are chosen for a run (<c>--tags</c>, <c>--skip-tags</c>). On a block, a member that returns one, or a playbook they
/// hold for all its tasks, beside their own. A task with the tag <c>always</c> is chosen whatever a run asks for, and one with <c>never</c> only
/// where a run asks for one of its tags.
/// </summary>
/// <param name="tags">The tags, without commas.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class TagsAttribute(params string[] tags) : Attribute
{
    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;
}
