namespace Playbooks.Connections;

/// <summary>Makes the connections of a run.</summary>
internal interface IConnector
{
    /// <summary>
    /// Finds, before anything runs, what would keep every attempt to connect from working: a private key that cannot be read, a port that is none.
    /// </summary>
    /// <exception cref="UsageException">Something is wrong; the message names the host or the option.</exception>
    void Check(IReadOnlyList<Host> hosts);

    /// <summary>A connection to a host; nothing is sent before it is used.</summary>
    /// <exception cref="UsageException">The host's variables are wrong.</exception>
    IHostConnection Connect(Host host);
}
