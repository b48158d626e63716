namespace Playbooks;

/// <summary>Says what is shown for the task. By default it is the member's name in words.</summary>
/// <param name="name">What is shown.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NameAttribute(string name) : Attribute
{
    /// <summary>What is shown.</summary>
    public string Name { get; } = name;
}
