namespace Playbooks;

/// <summary>Too many hosts have failed: no further batch begins.</summary>
/// <param name="Reason">Who failed, and what does not allow it.</param>
/// <param name="NotRun">The hosts on which nothing was run.</param>
public sealed record PlayStopped(string Reason, IReadOnlyList<Host> NotRun) : RunEvent;
