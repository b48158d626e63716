namespace Playbooks.Connections.HostKeys;

/// <summary>Whether a host's key is trusted.</summary>
internal enum HostKeyTrust
{
    /// <summary>No key is known for the host.</summary>
    Unknown,

    /// <summary>The key is a known key of the host.</summary>
    Known,

    /// <summary>The known key of the host is a different one.</summary>
    Changed,

    /// <summary>The key is marked as revoked: it must never be accepted.</summary>
    Revoked,
}
