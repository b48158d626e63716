namespace Playbooks;

/// <summary>Sets whether the task only predicts what it would change, whatever the run does (<c>--check</c>).</summary>
/// <param name="enabled">
/// <see langword="false"/>: the task also runs in check mode; use this value for tasks that only read. <see langword="true"/>: the task only predicts, in every
/// run.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class CheckModeAttribute(bool enabled) : Attribute
{
    /// <summary>Whether the task only predicts what it would change.</summary>
    public bool Enabled { get; } = enabled;
}
