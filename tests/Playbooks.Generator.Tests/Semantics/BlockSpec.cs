namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A random block, or a playbook as the outermost.</summary>
internal sealed record BlockSpec(string Name, IReadOnlyList<TaskSpec> Main, IReadOnlyList<TaskSpec> Rescue, IReadOnlyList<TaskSpec> Always)
{
    internal IEnumerable<TaskSpec> All => [.. Main, .. Rescue, .. Always];

    /// <summary>All tasks within it, those of its blocks too.</summary>
    internal IEnumerable<TaskSpec> Deep => All.SelectMany(task => task.Block is null ? [task] : task.Block.Deep);
}
