namespace Playbooks.Connections.Shells;

/// <summary>The end of a framed script.</summary>
/// <param name="Status">The exit status: 128 plus the signal's number after a signal; <see langword="null"/> if the shell ended first.</param>
/// <param name="Began">Whether the script began. A script that did not begin has done nothing.</param>
/// <param name="Exit">The end of the shell, if the shell ended first; else <see langword="null"/>.</param>
/// <param name="WasSkipped">Whether the script did not run because its <see cref="ShellScript.SkipScript"/> succeeded.</param>
/// <param name="HasLeftovers">Whether the script has, or may have, left a process that can still print to the shell's streams.</param>
internal sealed record FrameEnd(int? Status, bool Began, PipeExit? Exit = null, bool WasSkipped = false, bool HasLeftovers = false);
