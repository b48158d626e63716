namespace Playbooks.Connections;

/// <summary>Makes the connections of a run.</summary>
internal interface IConnector
{
    /// <summary>A connection to a host; nothing is sent before it is used.</summary>
    IHostConnection Connect(Host host);
}
