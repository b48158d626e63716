namespace Playbooks;

/// <summary>
/// If the task fails, the host continues with the next task, and the failure counts as ignored. Later tasks can use the result of the failed task.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IgnoreErrorsAttribute : Attribute;
