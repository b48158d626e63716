namespace Playbooks;

/// <summary>Collects the contents of inventory files. A later file has precedence over an earlier one.</summary>
internal sealed class InventoryBuilder
{
    private readonly OrderedDictionary<string, InventoryHost> _hosts = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, InventoryGroup> _groups = new(StringComparer.Ordinal);
    private readonly List<(InventoryGroup Group, string Place, string Message)> _mentions = [];
    private readonly InventoryGroup _all;
    private readonly InventoryGroup _ungrouped;

    internal InventoryBuilder()
    {
        _all = Declare(InventoryFormat.All);
        _ungrouped = Declare(InventoryFormat.Ungrouped);
    }

    /// <summary>The sources of the inventory, for messages.</summary>
    internal List<string> Sources { get; } = [];

    /// <summary>Notes for the user about what was not read.</summary>
    internal List<string> Notes { get; } = [];

    /// <summary>The variables that have no effect.</summary>
    internal VariableNotes Variables { get; } = new();

    /// <summary>Returns a group that a section defines.</summary>
    internal InventoryGroup Declare(string name)
    {
        var group = Group(name);
        group.IsDeclared = true;
        return group;
    }

    /// <summary>Returns a group that another section must define.</summary>
    internal InventoryGroup Mention(string name, string place, string message)
    {
        var group = Group(name);
        _mentions.Add((group, place, message));
        return group;
    }

    /// <summary>Adds a host to a group.</summary>
    internal InventoryHost Host(string name, InventoryGroup group, string file)
    {
        if (!_hosts.TryGetValue(name, out var host))
        {
            host = new InventoryHost(name);
            _hosts.Add(name, host);
        }

        if (!host.Files.Contains(file))
        {
            host.Files.Add(file);
        }

        if (group != _all && !host.Groups.Contains(group))
        {
            host.Groups.Add(group);
            group.Hosts.Add(host);
        }

        return host;
    }

    /// <summary>Adds a group to another group.</summary>
    /// <exception cref="FormatException">The groups would form a loop.</exception>
    internal void AddChild(InventoryGroup parent, InventoryGroup child)
    {
        if (child == _all)
        {
            throw new FormatException("'all' already contains every group and cannot be in a group");
        }

        if (parent.WayTo(child) is { } way)
        {
            way.Reverse();
            throw new FormatException($"the groups contain each other in a loop: {string.Join(" > ", way)} > {child.Name}");
        }

        if (parent != _all && !child.Parents.Contains(parent))
        {
            child.Parents.Add(parent);
            parent.Children.Add(child);
        }
    }

    /// <summary>Creates the inventory.</summary>
    /// <exception cref="UsageException">A group is used that no section defines.</exception>
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
        var hosts = new OrderedDictionary<InventoryHost, Host>(_hosts.Count);
        foreach (var draft in _hosts.Values)
        {
            var groups = GroupsOf(draft);
            if (groups.Contains(_ungrouped) && !draft.Groups.Contains(_ungrouped))
            {
                _ungrouped.Hosts.Add(draft);
            }

            var names = _groups.Values.Where(groups.Contains).Select(group => group.Name).ToArray();
            var variables = Merged(order, groups, draft.Variables);
            hosts.Add(draft, new Host(draft.Name, names, variables, string.Join(", ", draft.Files)));
            foreach (var several in HonouredVariables.Contradictions(variables))
            {
                Variables.Contradict(draft.Name, several);
            }
        }

        var members = _groups.Values.ToDictionary(group => group.Name, group => MembersOf(group, hosts), StringComparer.Ordinal);
        return new Inventory([.. hosts.Values], members, Localhost(), string.Join(", ", Sources), [.. Notes, .. Variables.Lines]);
    }

    /// <summary>Returns the hosts of a group in Ansible's order: its own hosts, then those of its children, then those of their children.</summary>
    private List<Host> MembersOf(InventoryGroup group, OrderedDictionary<InventoryHost, Host> hosts)
    {
        var groups = new List<InventoryGroup> { group };
        for (var i = 0; i < groups.Count; i++)
        {
            groups.AddRange(ChildrenOf(groups[i]).Where(child => !groups.Contains(child)).ToList());
        }

        return [.. groups.SelectMany(one => one.Hosts).Distinct().Select(host => hosts[host]).Where(host => group == _all || host.Groups.Contains(group.Name))];
    }

    private IEnumerable<InventoryGroup> ChildrenOf(InventoryGroup group) =>
        group == _all ? _groups.Values.Where(other => other != _all && other.Parents.Count == 0) : group.Children;

    private InventoryGroup Group(string name)
    {
        if (!_groups.TryGetValue(name, out var group))
        {
            group = new InventoryGroup(name);
            _groups.Add(name, group);
        }

        return group;
    }

    /// <summary>Creates the controller as a host: it exists even if no file lists it.</summary>
    private Host Localhost()
    {
        var variables = new Dictionary<string, string>(_all.Variables, StringComparer.Ordinal) { [HonouredVariables.Connection] = "local" };
        return new Host(InventoryFormat.Localhost, [], variables, string.Join(", ", Sources));
    }

    /// <summary>Returns the groups in order of precedence, the lowest first. As in Ansible: by depth, then priority, then name.</summary>
    private List<InventoryGroup> InOrderOfStrength()
    {
        var depths = InventoryGroup.Depths(_groups.Values);
        if (depths.FirstOrDefault(group => group.Value > InventoryGroup.MostDepth) is { Key: { } deep })
        {
            throw new UsageException($"{string.Join(", ", Sources)}: {InventoryGroup.TooDeep(deep.Name).Message}.");
        }

        return [.. _groups.Values.OrderBy(group => depths[group]).ThenBy(group => group.Priority).ThenBy(group => group.Name, StringComparer.Ordinal)];
    }

    private HashSet<InventoryGroup> GroupsOf(InventoryHost host)
    {
        var groups = host.Groups.Where(group => group != _ungrouped).SelectMany(group => group.WithAncestors()).ToHashSet();
        return groups.Count > 0 ? groups : _ungrouped.WithAncestors();
    }

    private Dictionary<string, string> Merged(
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
