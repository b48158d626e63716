namespace Playbooks.Connections;

/// <summary>Makes the connections of a run.</summary>
internal interface IConnector
{
    /// <summary>Checks what can be known before anything runs: that a key's file can be read, say.</summary>
    /// <exception cref="UsageException">A host could never be reached so.</exception>
    void Check(IReadOnlyList<Host> hosts);

    /// <summary>A connection to a host; nothing is sent before it is used.</summary>
    IHostConnection Connect(Host host);
}
