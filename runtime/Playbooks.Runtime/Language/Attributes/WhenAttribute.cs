namespace Playbooks;

/// <summary>Runs the task only if a member of the record is true.</summary>
/// <param name="member">The name of a <c>bool</c> property or method of the record. A method may have the same parameters as a task.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class WhenAttribute(string member) : Attribute
{
    /// <summary>The name of a <c>bool</c> property or method of the record. A method may have the same parameters as a task.</summary>
    public string Member { get; } = member;
}
