namespace Playbooks;

/// <summary>Too many hosts have failed: no further batch begins.</summary>
/// <param name="Reason">Which hosts failed, and which limit they exceed.</param>
/// <param name="NotRun">The hosts on which nothing ran.</param>
public sealed record PlayStopped(string Reason, IReadOnlyList<Host> NotRun) : RunEvent;
