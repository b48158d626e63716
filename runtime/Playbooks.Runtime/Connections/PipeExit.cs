namespace Playbooks.Connections;

/// <summary>How a pipe ended.</summary>
/// <param name="Status">The exit status; <see langword="null"/> if the command did not end by itself.</param>
/// <param name="Lost">Why the connection was lost; <see langword="null"/> if it was not. After a loss, the command's end is unknown.</param>
internal sealed record PipeExit(int? Status, string? Lost = null);
