namespace Playbooks.Connections.HostKeys;

/// <summary>Whether a host's key is trusted, and which line of known_hosts decides it.</summary>
internal sealed record HostKeyVerdict(HostKeyTrust Trust, KnownHostLine? Line);
