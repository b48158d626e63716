namespace Playbooks;

/// <summary>The run waits for a host that answers, but accepts no login yet.</summary>
/// <param name="Host">The host.</param>
/// <param name="Message">What the run waits for, and for how long at most.</param>
public sealed record HostDelayed(Host Host, string Message) : RunEvent;
