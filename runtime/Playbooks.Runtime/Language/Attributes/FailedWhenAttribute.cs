namespace Playbooks;

/// <summary>Overrides whether the task counts as failed. To decide this from the result, use the module's <c>FailedWhen</c> instead.</summary>
/// <param name="failed"><see langword="true"/>: the task always counts as failed. <see langword="false"/>: the task never counts as failed.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class FailedWhenAttribute(bool failed) : Attribute
{
    /// <summary>Whether the task counts as failed.</summary>
    public bool Failed { get; } = failed;
}
