namespace Playbooks;

/// <summary>Sets whether this task runs in check mode, instead of following the option of the run (<c>--check</c>).</summary>
/// <param name="enabled">
/// <see langword="false"/>: the task runs as usual, even if the run is in check mode; use this value for tasks that only read. <see langword="true"/>: in every
/// run, the task only predicts what it would change.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class CheckModeAttribute(bool enabled) : Attribute
{
    /// <summary>Whether the task only predicts what it would change.</summary>
    public bool Enabled { get; } = enabled;
}
