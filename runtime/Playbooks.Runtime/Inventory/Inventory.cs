namespace Playbooks;

/// <summary>The hosts and groups there are.</summary>
public sealed class Inventory
{
    private Inventory(IReadOnlyList<Host> hosts, bool isLocal)
    {
        Hosts = hosts;
        IsLocal = isLocal;
    }

    /// <summary>This machine alone, over the local connection: what there is where no inventory was given. Every pattern means it.</summary>
    public static Inventory Local { get; } = new([new Host("localhost")], isLocal: true);

    /// <summary>All hosts, in the order of the inventory.</summary>
    public IReadOnlyList<Host> Hosts { get; }

    /// <summary>Whether this is <see cref="Local"/>.</summary>
    public bool IsLocal { get; }

    /// <summary>Reads an inventory in Ansible's INI format, or a list of hosts with commas.</summary>
    /// <param name="source">The file's path, or <c>host1,host2,</c>.</param>
    /// <exception cref="UsageException">There is no such file, or it is wrong: the message names file and line.</exception>
    public static Inventory Load(string source) => throw new NotSupportedException();

    /// <summary>Parses an inventory in Ansible's INI format.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="UsageException">It is wrong: the message names the line.</exception>
    public static Inventory Parse(string text, string file = "inventory.ini") => throw new NotSupportedException();

    /// <summary>The hosts that a pattern names, in the order of the inventory: <c>web*:!web3</c>, <c>db:&amp;eu</c>, <c>all</c>.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <exception cref="UsageException">It names a host or group that there is not, or no host at all.</exception>
    public IReadOnlyList<Host> Select(string pattern) => IsLocal ? Hosts : throw new NotSupportedException();
}
