namespace Playbooks;

/// <summary>
/// Hides the result of the task in outputs and events. If the task is a job, the result is also removed from the host when the job has ended. Later tasks can
/// use the result as usual.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NoLogAttribute : Attribute;
