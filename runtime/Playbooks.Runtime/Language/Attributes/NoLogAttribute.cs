namespace Playbooks;

/// <summary>
/// Hides the result of the task in outputs and events, and removes a job's result from the host at its end. Later tasks can use the result as usual.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NoLogAttribute : Attribute;
