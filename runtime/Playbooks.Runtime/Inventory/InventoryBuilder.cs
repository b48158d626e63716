namespace Playbooks;

/// <summary>Collects what inventory files say; of two files, the later one's word wins.</summary>
internal sealed class InventoryBuilder
{
    private readonly OrderedDictionary<string, InventoryHost> _hosts = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, InventoryGroup> _groups = new(StringComparer.Ordinal);
    private readonly List<(InventoryGroup Group, string Place, string Message)> _mentions = [];
    private readonly InventoryGroup _all;
    private readonly InventoryGroup _ungrouped;

    internal InventoryBuilder()
    {
        _all = Declare(InventoryGroup.All);
        _ungrouped = Declare(InventoryGroup.Ungrouped);
    }

    /// <summary>What the inventory was read from, for messages.</summary>
    internal List<string> Sources { get; } = [];

    /// <summary>What was seen and is not read, for whoever runs this.</summary>
    internal List<string> Notes { get; } = [];

    /// <summary>A group that a section makes.</summary>
    internal InventoryGroup Declare(string name)
    {
        var group = Group(name);
        group.IsDeclared = true;
        return group;
    }

    /// <summary>A group that some other section must make.</summary>
    internal InventoryGroup Mention(string name, string place, string message)
    {
        var group = Group(name);
        _mentions.Add((group, place, message));
        return group;
    }

    /// <summary>Puts a host into a group.</summary>
    internal InventoryHost Host(string name, InventoryGroup group)
    {
        if (!_hosts.TryGetValue(name, out var host))
        {
            host = new InventoryHost(name);
            _hosts.Add(name, host);
        }

        if (group != _all && !host.Groups.Contains(group))
        {
            host.Groups.Add(group);
        }

        return host;
    }

    /// <summary>Puts a group into another.</summary>
    /// <exception cref="FormatException">That would make a loop.</exception>
    internal void AddChild(InventoryGroup parent, InventoryGroup child)
    {
        if (child == _all)
        {
            throw new FormatException("'all' already holds every group, and cannot be in one");
        }

        if (parent.WayTo(child) is { } way)
        {
            way.Reverse();
            throw new FormatException($"the groups make a loop: {string.Join(" > ", way)} > {child.Name}");
        }

        if (parent != _all && !child.Parents.Contains(parent))
        {
            child.Parents.Add(parent);
        }
    }

    /// <summary>Makes the inventory.</summary>
    /// <exception cref="UsageException">A group is spoken of that no section makes.</exception>
    internal Inventory Build()
    {
        foreach (var (group, place, message) in _mentions)
        {
            if (!group.IsDeclared)
            {
                var declared = _groups.Values.Where(other => other.IsDeclared).Select(other => other.Name);
                throw new UsageException($"{place}: {message}.{NearestName.Question(group.Name, declared)}");
            }
        }

        var order = InOrderOfStrength();
        var hosts = new List<Host>(_hosts.Count);
        var members = _groups.Keys.ToDictionary(name => name, _ => new List<Host>(), StringComparer.Ordinal);
        foreach (var draft in _hosts.Values)
        {
            var groups = GroupsOf(draft);
            var names = _groups.Values.Where(groups.Contains).Select(group => group.Name).ToArray();
            var host = new Host(draft.Name, names, Variables(order, groups, draft.Variables));
            hosts.Add(host);
            members[InventoryGroup.All].Add(host);
            foreach (var name in names)
            {
                members[name].Add(host);
            }
        }

        return new Inventory(hosts, members, Localhost(), string.Join(", ", Sources), Notes);
    }

    private InventoryGroup Group(string name)
    {
        if (!_groups.TryGetValue(name, out var group))
        {
            group = new InventoryGroup(name);
            _groups.Add(name, group);
        }

        return group;
    }

    /// <summary>The machine that runs this: it exists also where no file lists it.</summary>
    private Host Localhost()
    {
        var variables = new Dictionary<string, string>(_all.Variables, StringComparer.Ordinal) { ["ansible_connection"] = "local" };
        return new Host("localhost", variables: variables);
    }

    /// <summary>The groups from the weakest to the strongest: as in Ansible by depth, then by priority, then by name.</summary>
    private List<InventoryGroup> InOrderOfStrength() =>
        [.. _groups.Values.OrderBy(group => group.Depth()).ThenBy(group => group.Priority).ThenBy(group => group.Name, StringComparer.Ordinal)];

    private HashSet<InventoryGroup> GroupsOf(InventoryHost host)
    {
        var groups = new HashSet<InventoryGroup>();
        foreach (var group in host.Groups)
        {
            if (group != _ungrouped)
            {
                AddWithParents(group, groups);
            }
        }

        if (groups.Count == 0)
        {
            AddWithParents(_ungrouped, groups);
        }

        return groups;
    }

    private static void AddWithParents(InventoryGroup group, HashSet<InventoryGroup> groups)
    {
        if (groups.Add(group))
        {
            foreach (var parent in group.Parents)
            {
                AddWithParents(parent, groups);
            }
        }
    }

    private Dictionary<string, string> Variables(
        List<InventoryGroup> order, HashSet<InventoryGroup> groups, Dictionary<string, string> own)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in order)
        {
            if (group == _all || groups.Contains(group))
            {
                Take(group.Variables);
            }
        }

        Take(own);
        return variables;

        void Take(Dictionary<string, string> from)
        {
            foreach (var (key, value) in from)
            {
                variables[key] = value;
            }
        }
    }
}
