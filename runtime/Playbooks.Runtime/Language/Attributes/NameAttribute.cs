namespace Playbooks;

/// <summary>Sets the text that is shown for the task. Without this attribute, the member's name is shown, split into words.</summary>
/// <param name="name">The text.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NameAttribute(string name) : Attribute
{
    /// <summary>The text.</summary>
    public string Name { get; } = name;
}
