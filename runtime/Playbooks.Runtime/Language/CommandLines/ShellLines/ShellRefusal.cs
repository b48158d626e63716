namespace Playbooks;

/// <summary>A hole that is rejected at its place.</summary>
/// <param name="Hole">The index of the hole; 0 for the first in the line.</param>
/// <param name="Reason">The reason, and what to write instead; a sentence whose subject is the hole.</param>
internal sealed record ShellRefusal(int Hole, string Reason);
