namespace Playbooks.Connections.SshNet;

/// <summary>A private key's file, and who named it.</summary>
/// <param name="Path">The path, <c>~</c> expanded.</param>
/// <param name="Source">What named it, for messages: an option, or a variable of a host; <see langword="null"/> for a default file.</param>
internal sealed record NamedKey(string Path, string? Source);
