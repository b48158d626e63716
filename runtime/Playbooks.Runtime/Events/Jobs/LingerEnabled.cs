namespace Playbooks;

/// <summary>A user of a host lingers from now on, as was asked for, so that jobs outlive the login there. It stays so when the run has ended.</summary>
/// <param name="Host">The host.</param>
/// <param name="User">The user's name there.</param>
public sealed record LingerEnabled(Host Host, string User) : RunEvent;
