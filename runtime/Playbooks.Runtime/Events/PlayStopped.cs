namespace Playbooks;

/// <summary>Too many hosts have failed, and no further batch begins.</summary>
/// <param name="Reason">Which hosts failed, and which limit was exceeded.</param>
/// <param name="NotRun">The hosts on which nothing ran.</param>
public sealed record PlayStopped(string Reason, IReadOnlyList<Host> NotRun) : RunEvent;
