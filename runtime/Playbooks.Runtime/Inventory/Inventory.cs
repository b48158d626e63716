using Playbooks.Generated;

namespace Playbooks;

/// <summary>The hosts and groups there are.</summary>
public sealed class Inventory
{
    private readonly IReadOnlyDictionary<string, List<Host>> _groups;
    private readonly Host _localhost;
    private readonly string _source;

    internal Inventory(
        IReadOnlyList<Host> hosts, IReadOnlyDictionary<string, List<Host>> groups, Host localhost, string source, IReadOnlyList<string> notes)
    {
        Hosts = hosts;
        Notes = notes;
        _groups = groups;
        _localhost = hosts.FirstOrDefault(host => host.Name == localhost.Name) ?? localhost;
        _source = source;
    }

    private Inventory(Host localhost)
        : this([localhost], new Dictionary<string, List<Host>>(), localhost, "no inventory", []) => IsLocal = true;

    /// <summary>This machine alone, over the local connection: what there is where no inventory was given. Every playbook's pattern means it.</summary>
    public static Inventory Local { get; } =
        new(new Host(InventoryFormat.Localhost, variables: new Dictionary<string, string> { [HonouredVariables.Connection] = "local" }));

    /// <summary>All hosts, in the order of the inventory; a host of several files stands where it came first.</summary>
    public IReadOnlyList<Host> Hosts { get; }

    /// <summary>Whether this is <see cref="Local"/>.</summary>
    public bool IsLocal { get; }

    /// <summary>
    /// What was seen and does nothing, a line each, with file and line: variables that are not honoured or are misspelt, folders that are not read.
    /// The command line prints them on standard error before anything runs.
    /// </summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The host of a name; <see langword="null"/> if there is none. This machine is always there, as <c>localhost</c>.</summary>
    internal Host? Find(string name) => Hosts.FirstOrDefault(host => host.Name == name) ?? (name == _localhost.Name ? _localhost : null);

    /// <summary>Reads an inventory in Ansible's INI format, a directory of such files, or a list of hosts with commas.</summary>
    /// <param name="source">The file's or directory's path, or <c>host1,host2,</c>.</param>
    /// <exception cref="UsageException">There is no such file, or it is wrong: the message names file and line.</exception>
    public static Inventory Load(string source) => Load([source]);

    /// <summary>Reads several inventories as one; where two give a variable of the same host or group, the later one wins.</summary>
    /// <param name="sources">The files, directories and lists.</param>
    /// <exception cref="UsageException">There is no such file, or it is wrong: the message names file and line.</exception>
    public static Inventory Load(IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var builder = new InventoryBuilder();
        foreach (var source in sources)
        {
            InventorySource.Read(source, builder);
        }

        return builder.Build();
    }

    /// <summary>Parses an inventory in Ansible's INI format.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="UsageException">It is wrong: the message names the line.</exception>
    public static Inventory Parse(string text, string file = "inventory.ini")
    {
        ArgumentNullException.ThrowIfNull(text);
        var builder = new InventoryBuilder();
        builder.Sources.Add(file);
        IniInventory.Read(text, file, builder);
        return builder.Build();
    }

    /// <summary>
    /// The hosts that a pattern names, in the order of the inventory: <c>web*:!web3</c>, <c>db:&amp;eu</c>, <c>h[01:20]</c>,
    /// <c>~regex</c>, <c>all</c>. In <see cref="Local"/>, every pattern means this machine.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <exception cref="UsageException">It names a host or group that there is not, or no host at all.</exception>
    public IReadOnlyList<Host> Select(string pattern) => Select(pattern, limit: null);

    /// <summary>The hosts that a pattern names and a limit leaves. A limit means what it says also in <see cref="Local"/>.</summary>
    /// <exception cref="UsageException">One of the two names a host or group that there is not, or they leave no host.</exception>
    internal IReadOnlyList<Host> Select(string pattern, string? limit)
    {
        var named = IsLocal ? [_localhost] : Match(pattern);
        if (named.Count == 0)
        {
            throw new UsageException($"The pattern '{pattern}' names no host of {_source}.");
        }

        var left = limit is null ? named : Match(limit);
        left.IntersectWith(named);
        if (left.Count == 0)
        {
            var names = string.Join(", ", InOrder(named).Take(5).Select(host => host.Name));
            throw new UsageException(
                $"The limit '{limit}' leaves no host: '{pattern}' names {names}{(named.Count > 5 ? $" and {named.Count - 5} more" : "")}.");
        }

        return InOrder(left);
    }

    /// <summary>The hosts of a playbook, or of all playbooks of a site, of which some may have none.</summary>
    /// <exception cref="UsageException">A pattern names a host or group that there is not, or there is no host at all.</exception>
    internal IReadOnlyList<Host> Select(PlaybookInfo playbook, string? limit)
    {
        if (!playbook.IsSite)
        {
            return Select(playbook.Pattern, limit);
        }

        var hosts = playbook.Playbooks.SelectMany(play => SelectAny(play.Pattern, limit)).ToHashSet();
        return hosts.Count > 0
            ? InOrder(hosts)
            : throw new UsageException($"No playbook of {playbook.Name} has a host of {_source}{(limit is null ? "" : $" that the limit '{limit}' leaves")}.");
    }

    /// <summary>The hosts that a pattern names and a limit leaves, if there are any.</summary>
    /// <exception cref="UsageException">One of the two names a host or group that there is not.</exception>
    internal IReadOnlyList<Host> SelectAny(string pattern, string? limit)
    {
        var hosts = IsLocal ? [_localhost] : Match(pattern);
        if (limit is not null)
        {
            hosts.IntersectWith(Match(limit));
        }

        return InOrder(hosts);
    }

    private HashSet<Host> Match(string pattern)
    {
        try
        {
            return new HostPattern(this).Match(pattern);
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"The pattern '{pattern}': {wrong.Message}", wrong);
        }
    }

    private List<Host> InOrder(HashSet<Host> chosen)
    {
        var hosts = new List<Host>(chosen.Count);
        foreach (var host in Hosts)
        {
            if (chosen.Contains(host))
            {
                hosts.Add(host);
            }
        }

        if (hosts.Count < chosen.Count)
        {
            hosts.Add(_localhost);
        }

        return hosts;
    }

    /// <summary>What the terms of a pattern look up.</summary>
    internal IEnumerable<string> GroupNames => _groups.Keys;

    internal string Source => _source;

    internal Host Localhost => _localhost;

    internal IReadOnlyList<Host>? Group(string name) => _groups.GetValueOrDefault(name);
}
