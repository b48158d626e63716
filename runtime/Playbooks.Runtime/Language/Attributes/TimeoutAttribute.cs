namespace Playbooks;

/// <summary>
/// Ends the task if it takes too long by the controller's clock; it has failed then. The time applies to each item of a loop, and to each run of a retry. A
/// task with <see cref="AsyncAttribute"/> has its limit there.
/// </summary>
/// <param name="seconds">
/// The longest time in seconds, including the connection to the host and the facts that the task uses; more than zero. It is exact to one second.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class TimeoutAttribute(int seconds) : Attribute
{
    /// <summary>The longest time, in seconds.</summary>
    public int Seconds { get; } = seconds;
}
