namespace Playbooks.Connections.HostKeys;

/// <summary>What is known of a host's key, and which line says so.</summary>
internal sealed record HostKeyVerdict(HostKeyTrust Trust, KnownHostLine? Line);
