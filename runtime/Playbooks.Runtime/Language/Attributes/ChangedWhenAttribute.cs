namespace Playbooks;

/// <summary>Sets whether the task changed anything, whatever its result. To compute this, use the module's <c>ChangedWhen</c>.</summary>
/// <param name="changed">Whether the task changed anything.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ChangedWhenAttribute(bool changed) : Attribute
{
    /// <summary>Whether the task changed anything.</summary>
    public bool Changed { get; } = changed;
}
