namespace Playbooks;

/// <summary>A hole that cannot stand where it stands.</summary>
/// <param name="Hole">Which: 0 for the line's first.</param>
/// <param name="Reason">Why, and what to write instead; its subject is the hole.</param>
internal sealed record ShellRefusal(int Hole, string Reason);
