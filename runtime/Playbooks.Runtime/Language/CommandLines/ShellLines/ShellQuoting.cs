namespace Playbooks;

/// <summary>How a hole has to be quoted where it stands.</summary>
/// <param name="Place">What encloses it.</param>
/// <param name="Backquotes">In how many backquotes that is.</param>
internal readonly record struct ShellQuoting(ShellFrameKind Place, int Backquotes);
