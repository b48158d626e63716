namespace Playbooks;

/// <summary>
/// If the task takes too long by the controller's clock, ends the task, and the task fails. The time applies to each item of a loop, and to each run of a
/// retry. For a job, use the limit of <see cref="AsyncAttribute"/> instead.
/// </summary>
/// <param name="seconds">
/// The longest time in seconds, including the time to connect to the host and to gather the facts that the task uses; more than zero. The run enforces the
/// limit to within one second.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class TimeoutAttribute(int seconds) : Attribute
{
    /// <summary>The longest time, in seconds.</summary>
    public int Seconds { get; } = seconds;
}
