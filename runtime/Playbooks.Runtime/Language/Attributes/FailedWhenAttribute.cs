namespace Playbooks;

/// <summary>Sets whether the task failed, whatever its result. To compute this, use the module's <c>FailedWhen</c>.</summary>
/// <param name="failed">Whether the task failed.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class FailedWhenAttribute(bool failed) : Attribute
{
    /// <summary>Whether the task failed.</summary>
    public bool Failed { get; } = failed;
}
