namespace Playbooks;

/// <summary>Runs the task only if a member of the record holds.</summary>
/// <param name="member">The name of a <c>bool</c> property or method of the record; a method may ask for parameters as a task does.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class WhenAttribute(string member) : Attribute
{
    /// <summary>The name of a <c>bool</c> property or method of the record; a method may ask for parameters as a task does.</summary>
    public string Member { get; } = member;
}
