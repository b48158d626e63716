namespace Playbooks;

/// <summary>Sets the text that is shown for the task. Without it, the member's name in words is shown.</summary>
/// <param name="name">The text.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NameAttribute(string name) : Attribute
{
    /// <summary>The text.</summary>
    public string Name { get; } = name;
}
