namespace Playbooks;

/// <summary>How a hole must be quoted at its place.</summary>
/// <param name="Place">The construct that encloses the hole.</param>
/// <param name="Backquotes">The number of backquotes around that construct.</param>
internal readonly record struct ShellQuoting(ShellFrameKind Place, int Backquotes);
