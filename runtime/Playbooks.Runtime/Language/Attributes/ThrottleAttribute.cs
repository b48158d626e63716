namespace Playbooks;

/// <summary>Bounds how many hosts run the task at once, waiting for its job included where it waits for one.</summary>
/// <param name="hosts">The most hosts at a time; above zero.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ThrottleAttribute(int hosts) : Attribute
{
    /// <summary>The most hosts at a time.</summary>
    public int Hosts { get; } = hosts;
}
