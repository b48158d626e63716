namespace Playbooks.Connections.HostKeys;

/// <summary>Whether a host's key is trusted.</summary>
internal enum HostKeyTrust
{
    /// <summary>No key is known for the host.</summary>
    Unknown,

    /// <summary>The key is a known key of the host.</summary>
    Known,

    /// <summary>Another key is known for the host.</summary>
    Changed,

    /// <summary>The key must never be accepted.</summary>
    Revoked,
}
