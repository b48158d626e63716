namespace Playbooks;

/// <summary>A user of a host lingers from now on, as requested, so that jobs outlive the login. This stays so after the run.</summary>
/// <param name="Host">The host.</param>
/// <param name="User">The name of the user on the host.</param>
public sealed record LingerEnabled(Host Host, string User) : RunEvent;
