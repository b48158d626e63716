namespace Playbooks;

/// <summary>A host while an inventory is read.</summary>
internal sealed class InventoryHost(string name)
{
    internal string Name { get; } = name;

    /// <summary>The groups that list it themselves.</summary>
    internal List<InventoryGroup> Groups { get; } = [];

    internal Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);
}
