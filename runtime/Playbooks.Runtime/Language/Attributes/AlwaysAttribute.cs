namespace Playbooks;

/// <summary>
/// Runs the task at the end of its block or playbook, even after a failure, but not after an interruption of the run. The results of earlier tasks may be
/// missing.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class AlwaysAttribute : Attribute;
