namespace Playbooks.Connections.HostKeys;

/// <summary>What is known of a host's key.</summary>
internal enum HostKeyTrust
{
    /// <summary>Nothing is known of the host.</summary>
    Unknown,

    /// <summary>It is the host's key.</summary>
    Known,

    /// <summary>Another key is known for the host.</summary>
    Changed,

    /// <summary>It must never be accepted.</summary>
    Revoked,
}
