namespace Playbooks;

/// <summary>Says whether the task changed something, whatever it gave. What must be computed is the module's <c>ChangedWhen</c>.</summary>
/// <param name="changed">Whether it changed something.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ChangedWhenAttribute(bool changed) : Attribute
{
    /// <summary>Whether it changed something.</summary>
    public bool Changed { get; } = changed;
}
