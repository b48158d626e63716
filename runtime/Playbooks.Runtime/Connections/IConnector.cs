namespace Playbooks.Connections;

/// <summary>Creates the connections of a run.</summary>
internal interface IConnector
{
    /// <summary>
    /// Checks, before anything runs, for errors that would make every attempt to connect fail, such as an unreadable private key or an invalid port.
    /// </summary>
    /// <exception cref="UsageException">There is such an error; the message names the host or the option.</exception>
    void Check(IReadOnlyList<Host> hosts);

    /// <summary>Creates a connection to a host. Nothing is sent before it is used.</summary>
    /// <exception cref="UsageException">The host's variables are not valid.</exception>
    IHostConnection Connect(Host host);
}
