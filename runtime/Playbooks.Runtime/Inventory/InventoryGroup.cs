namespace Playbooks;

/// <summary>A group while an inventory is read.</summary>
internal sealed class InventoryGroup(string name)
{
    internal const string All = "all";
    internal const string Ungrouped = "ungrouped";

    internal string Name { get; } = name;

    internal List<InventoryGroup> Parents { get; } = [];

    internal List<InventoryGroup> Children { get; } = [];

    /// <summary>The hosts that it lists itself.</summary>
    internal List<InventoryHost> Hosts { get; } = [];

    internal Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a section makes it, and not only speaks of it.</summary>
    internal bool IsDeclared { get; set; }

    /// <summary>Of groups of the same depth, the higher one's variables win: <c>ansible_group_priority</c>. Defaults to 1.</summary>
    internal int Priority { get; set; } = 1;

    /// <summary>The longest way down from <c>all</c>, whose depth is 0: a deeper group's variables win.</summary>
    internal int Depth()
    {
        var depth = 0;
        foreach (var parent in Parents)
        {
            depth = Math.Max(depth, parent.Depth());
        }

        return Name == All ? 0 : depth + 1;
    }

    /// <summary>The way up from this group to an ancestor, or <see langword="null"/>.</summary>
    internal List<string>? WayTo(InventoryGroup ancestor)
    {
        if (this == ancestor)
        {
            return [Name];
        }

        foreach (var parent in Parents)
        {
            if (parent.WayTo(ancestor) is { } way)
            {
                way.Insert(0, Name);
                return way;
            }
        }

        return null;
    }
}
