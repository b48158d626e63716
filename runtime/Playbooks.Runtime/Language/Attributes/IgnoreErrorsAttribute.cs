namespace Playbooks;

/// <summary>Goes on after a failure of the task; its result is kept, and counted as ignored.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IgnoreErrorsAttribute : Attribute;
