namespace Playbooks;

/// <summary>A host while an inventory is read.</summary>
internal sealed class InventoryHost(string name)
{
    internal string Name { get; } = name;

    /// <summary>The groups that list the host themselves.</summary>
    internal List<InventoryGroup> Groups { get; } = [];

    /// <summary>The files that list the host.</summary>
    internal List<string> Files { get; } = [];

    internal Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);
}
