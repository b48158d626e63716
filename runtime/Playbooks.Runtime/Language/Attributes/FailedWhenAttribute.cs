namespace Playbooks;

/// <summary>Says whether the task failed, whatever it gave. What must be computed is the module's <c>FailedWhen</c>.</summary>
/// <param name="failed">Whether it failed.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class FailedWhenAttribute(bool failed) : Attribute
{
    /// <summary>Whether it failed.</summary>
    public bool Failed { get; } = failed;
}
