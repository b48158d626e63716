namespace Playbooks;

/// <summary>A host keeps the run waiting: it is there, but lets nobody in yet.</summary>
/// <param name="Host">The host.</param>
/// <param name="Message">What is waited for, and for how long at most.</param>
public sealed record HostDelayed(Host Host, string Message) : RunEvent;
