namespace Playbooks.Connections;

/// <summary>Makes the connections of a run.</summary>
internal interface IConnector
{
    /// <summary>Checks what can be known before anything runs: that a key's file can be read, that a port is one.</summary>
    /// <exception cref="UsageException">A host could never be reached so; the message names the host or the option.</exception>
    void Check(IReadOnlyList<Host> hosts);

    /// <summary>A connection to a host; nothing is sent before it is used.</summary>
    /// <exception cref="UsageException">The host's variables are wrong.</exception>
    IHostConnection Connect(Host host);
}
