namespace Playbooks;

/// <summary>
/// The task runs at the end of its block or playbook, whatever happened before it; not after an interruption, which starts nothing
/// new. What the tasks before gave may be missing.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class AlwaysAttribute : Attribute;
