namespace Playbooks;

/// <summary>
/// Runs the task if an earlier task of its block or playbook failed. Several <c>[Rescue]</c> tasks run in order; if all of them succeed, the host is rescued.
/// The results of earlier tasks may be missing.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class RescueAttribute : Attribute
{
    /// <summary>Whether the task also runs if the host is unreachable. Defaults to <see langword="false"/>.</summary>
    public bool Unreachable { get; set; }
}
