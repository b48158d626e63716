namespace Playbooks;

/// <summary>Continues after a failure of the task. The result is kept, and counts as ignored.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IgnoreErrorsAttribute : Attribute;
