namespace Playbooks;

/// <summary>Lingering was enabled for a user of a host, as requested, so that jobs continue after the logout. It stays enabled after the run.</summary>
/// <param name="Host">The host.</param>
/// <param name="User">The name of the user on the host.</param>
public sealed record LingerEnabled(Host Host, string User) : RunEvent;
