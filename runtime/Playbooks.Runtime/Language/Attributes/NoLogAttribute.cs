namespace Playbooks;

/// <summary>
/// Keeps what the task gives out of everything that is shown or written: outputs, events and, as a job, its directory on the host
/// after its end. Later tasks see its result as it is.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class NoLogAttribute : Attribute;
