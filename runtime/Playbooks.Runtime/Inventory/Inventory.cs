using Playbooks.Generated;

namespace Playbooks;

/// <summary>The hosts and groups on which playbooks can run.</summary>
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

    /// <summary>
    /// The inventory that is used if none is given: this machine alone, over the local connection. The pattern of every playbook selects this machine.
    /// </summary>
    public static Inventory Local { get; } =
        new(new Host(InventoryFormat.Localhost, variables: new Dictionary<string, string> { [HonouredVariables.Connection] = "local" }));

    /// <summary>All hosts, in the order of the inventory. A host that is in several files has the place of its first appearance.</summary>
    public IReadOnlyList<Host> Hosts { get; }

    /// <summary>Whether this is <see cref="Local"/>.</summary>
    public bool IsLocal { get; }

    /// <summary>
    /// Notes about parts of the inventory that have no effect, such as unknown or misspelt variables and folders that are not read: one line each, with file
    /// and line number. The command line prints the notes on standard error before the run starts.
    /// </summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Returns the host with a name; <see langword="null"/> if it does not exist. This machine always exists, as <c>localhost</c>.</summary>
    internal Host? Find(string name) => Hosts.FirstOrDefault(host => host.Name == name) ?? (name == _localhost.Name ? _localhost : null);

    /// <summary>Reads an inventory: a file in Ansible's INI format, a directory of such files, or a list of hosts with commas.</summary>
    /// <param name="source">The path of the file or directory, or the list, such as <c>host1,host2,</c>.</param>
    /// <exception cref="UsageException">The file does not exist or is not valid; the message has the file and the line number.</exception>
    public static Inventory Load(string source) => Load([source]);

    /// <summary>
    /// Reads several inventories as one. If two of them set the same variable of a host or group, the value from the later inventory applies.
    /// </summary>
    /// <param name="sources">The paths of files and directories, and lists of hosts with commas.</param>
    /// <exception cref="UsageException">A file does not exist or is not valid; the message has the file and the line number.</exception>
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
    /// <param name="file">The file name that messages show for the text.</param>
    /// <exception cref="UsageException">The text is not a valid inventory; the message has the line number.</exception>
    public static Inventory Parse(string text, string file = "inventory.ini")
    {
        ArgumentNullException.ThrowIfNull(text);
        var builder = new InventoryBuilder();
        builder.Sources.Add(file);
        IniInventory.Read(text, file, builder);
        return builder.Build();
    }

    /// <summary>
    /// Returns the hosts that a pattern selects, in the order of the inventory. Patterns are, for example, <c>web*:!web3</c>, <c>db:&amp;eu</c>,
    /// <c>h[01:20]</c>, <c>~regex</c> and <c>all</c>. In <see cref="Local"/>, every pattern selects this machine.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <exception cref="UsageException">The pattern names a host or group that does not exist, or selects no host.</exception>
    public IReadOnlyList<Host> Select(string pattern) => Select(pattern, limit: null);

    /// <summary>Returns the hosts that a pattern selects and a limit does not exclude. The limit also applies in <see cref="Local"/>.</summary>
    /// <exception cref="UsageException">The pattern or the limit names a host or group that does not exist, or no host is left.</exception>
    internal IReadOnlyList<Host> Select(string pattern, string? limit)
    {
        var named = IsLocal ? [_localhost] : Match(pattern);
        if (named.Count == 0)
        {
            throw new UsageException($"The pattern '{pattern}' matches no host of {_source}.");
        }

        var left = limit is null ? named : Match(limit);
        left.IntersectWith(named);
        if (left.Count == 0)
        {
            var names = string.Join(", ", InOrder(named).Take(5).Select(host => host.Name));
            throw new UsageException(
                $"The limit '{limit}' leaves no host: the pattern '{pattern}' matches {names}{(named.Count > 5 ? $" and {named.Count - 5} more" : "")}.");
        }

        return InOrder(left);
    }

    /// <summary>Returns the hosts of a playbook, or of all playbooks of a site. A playbook of a site may have no hosts.</summary>
    /// <exception cref="UsageException">A pattern names a host or group that does not exist, or no host is left.</exception>
    internal IReadOnlyList<Host> Select(PlaybookInfo playbook, string? limit)
    {
        if (!playbook.IsSite)
        {
            return Select(playbook.Pattern, limit);
        }

        var hosts = playbook.Playbooks.SelectMany(play => SelectAny(play.Pattern, limit)).ToHashSet();
        return hosts.Count > 0
            ? InOrder(hosts)
            : throw new UsageException(
                $"No playbook of the site {playbook.Name} matches a host of {_source}{(limit is null ? "" : $" within the limit '{limit}'")}.");
    }

    /// <summary>Returns the hosts that a pattern selects and a limit does not exclude; the list may be empty.</summary>
    /// <exception cref="UsageException">The pattern or the limit names a host or group that does not exist.</exception>
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

    /// <summary>The names of all groups, which the terms of a pattern may name.</summary>
    internal IEnumerable<string> GroupNames => _groups.Keys;

    internal string Source => _source;

    internal Host Localhost => _localhost;

    internal IReadOnlyList<Host>? Group(string name) => _groups.GetValueOrDefault(name);
}
