namespace Playbooks;

/// <summary>
/// Ends the task when it takes too long, as the controller's clock says; it has failed then. For each item of a loop, and for each run of a retry.
/// A task with <see cref="AsyncAttribute"/> has its limit there.
/// </summary>
/// <param name="seconds">The seconds that it may take, reaching its host and the facts that it asks for included; above zero. Kept to within a second.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class TimeoutAttribute(int seconds) : Attribute
{
    /// <summary>The seconds that it may take.</summary>
    public int Seconds { get; } = seconds;
}
