namespace Playbooks;

/// <summary>Continues after a failure of the task. Later tasks can use the failed result; the failure counts as ignored.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IgnoreErrorsAttribute : Attribute;
