namespace Playbooks;

/// <summary>Limits how many hosts run the task at the same time. A host also counts while it waits for the job of the task.</summary>
/// <param name="hosts">The largest number of hosts at a time; more than zero.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ThrottleAttribute(int hosts) : Attribute
{
    /// <summary>The largest number of hosts at a time.</summary>
    public int Hosts { get; } = hosts;
}
