namespace Playbooks;

/// <summary>Runs the task once, on the first live host in the order of the inventory. All hosts share the result.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class RunOnceAttribute : Attribute;
