namespace Playbooks;

/// <summary>Runs the task once, on the first live host in inventory order; every host sees its result.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class RunOnceAttribute : Attribute;
