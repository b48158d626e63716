namespace Playbooks;

/// <summary>
/// The task runs if a task before it in its block or playbook failed. Several run in order, and the host is rescued if all of them
/// succeed. What the tasks before gave may be missing.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class RescueAttribute : Attribute
{
    /// <summary>Whether it also runs where the host was lost. Defaults to <see langword="false"/>.</summary>
    public bool Unreachable { get; set; }
}
