namespace Playbooks.Connections;

/// <summary>How a pipe ended.</summary>
/// <param name="Status">The exit status, where the command ended by itself.</param>
/// <param name="Lost">Why the connection was lost, where it was; nobody knows then how the command went on.</param>
internal sealed record PipeExit(int? Status, string? Lost = null);
