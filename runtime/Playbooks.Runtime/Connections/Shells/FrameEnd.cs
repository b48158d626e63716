namespace Playbooks.Connections.Shells;

/// <summary>The end of a framed script.</summary>
/// <param name="Status">Its exit status; 128 and the signal's number after a signal. <see langword="null"/> where its shell ended first.</param>
/// <param name="Began">Whether it began. A script that did not begin has done nothing.</param>
/// <param name="Exit">The end of its shell, where that came first.</param>
/// <param name="WasSkipped">Whether it did not run, as its condition said.</param>
/// <param name="HasLeftovers">Whether it has left a process, or may have, that can still print to its shell's streams.</param>
internal sealed record FrameEnd(int? Status, bool Began, PipeExit? Exit = null, bool WasSkipped = false, bool HasLeftovers = false);
