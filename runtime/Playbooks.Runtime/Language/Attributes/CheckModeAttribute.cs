namespace Playbooks;

/// <summary>Says whether the task only tells what it would change, whatever the run says (<c>--check</c>).</summary>
/// <param name="enabled">
/// <see langword="false"/>: the task really runs in check mode, too; for what only looks. <see langword="true"/>: it never really runs.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class CheckModeAttribute(bool enabled) : Attribute
{
    /// <summary>Whether the task only tells what it would change.</summary>
    public bool Enabled { get; } = enabled;
}
