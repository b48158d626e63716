namespace Playbooks;

/// <summary>A group while an inventory is read.</summary>
internal sealed class InventoryGroup(string name)
{
    /// <summary>The maximum depth of nested groups.</summary>
    internal const int MostDepth = 100;

    internal string Name { get; } = name;

    internal List<InventoryGroup> Parents { get; } = [];

    internal List<InventoryGroup> Children { get; } = [];

    /// <summary>The hosts that the group itself lists.</summary>
    internal List<InventoryHost> Hosts { get; } = [];

    internal Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a section defines the group, rather than only using it.</summary>
    internal bool IsDeclared { get; set; }

    /// <summary>
    /// Among groups of the same depth, the variables of the group with the higher priority win: <c>ansible_group_priority</c>. Defaults to 1.
    /// </summary>
    internal int Priority { get; set; } = 1;

    /// <summary>Returns the longest path from <c>all</c>, which has depth 0, to each group. The variables of a deeper group win.</summary>
    internal static Dictionary<InventoryGroup, int> Depths(IReadOnlyCollection<InventoryGroup> groups)
    {
        var depths = groups.ToDictionary(group => group, group => group.Name == InventoryFormat.All ? 0 : 1);
        var missing = groups.ToDictionary(group => group, group => group.Parents.Count);
        var ready = new Queue<InventoryGroup>(groups.Where(group => group.Parents.Count == 0));
        while (ready.TryDequeue(out var parent))
        {
            foreach (var child in parent.Children)
            {
                depths[child] = Math.Max(depths[child], depths[parent] + 1);
                if (--missing[child] == 0)
                {
                    ready.Enqueue(child);
                }
            }
        }

        return depths;
    }

    /// <summary>Returns the group itself and all groups that contain it.</summary>
    internal HashSet<InventoryGroup> WithAncestors()
    {
        var found = new HashSet<InventoryGroup> { this };
        var open = new Stack<InventoryGroup>(found);
        while (open.TryPop(out var group))
        {
            foreach (var parent in group.Parents.Where(found.Add))
            {
                open.Push(parent);
            }
        }

        return found;
    }

    /// <summary>Returns the path from this group up to an ancestor; <see langword="null"/> if there is none.</summary>
    /// <exception cref="FormatException">Too many groups are above it.</exception>
    internal List<string>? WayTo(InventoryGroup ancestor)
    {
        var from = new Dictionary<InventoryGroup, InventoryGroup?> { [this] = null };
        List<InventoryGroup> level = [this];
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (level.Contains(ancestor))
            {
                var way = new List<string>();
                for (var at = ancestor; at is not null; at = from[at])
                {
                    way.Insert(0, at.Name);
                }

                return way;
            }

            if (depth > MostDepth)
            {
                throw TooDeep(Name);
            }

            level = [.. level.SelectMany(group => group.Parents.Where(parent => from.TryAdd(parent, group)))];
        }

        return null;
    }

    internal static FormatException TooDeep(string name) => new($"the group '{name}' is nested in more than {MostDepth} groups");
}
