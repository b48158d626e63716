namespace Playbooks;

/// <summary>Overrides whether the task counts as changed. To decide this from the result, use the module's <c>ChangedWhen</c> instead.</summary>
/// <param name="changed"><see langword="true"/>: the task always counts as changed. <see langword="false"/>: the task never counts as changed.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ChangedWhenAttribute(bool changed) : Attribute
{
    /// <summary>Whether the task counts as changed.</summary>
    public bool Changed { get; } = changed;
}
