namespace Playbooks;

/// <summary>
/// Hides the result of the task in outputs and events, and, if the task is a job, removes the result from the host when the job has ended. Later tasks can use
/// the result as usual.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NoLogAttribute : Attribute;
