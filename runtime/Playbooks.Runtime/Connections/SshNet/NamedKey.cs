namespace Playbooks.Connections.SshNet;

/// <summary>The file of a private key, and where it was configured.</summary>
/// <param name="Path">The path, with <c>~</c> expanded.</param>
/// <param name="Source">The option or variable that names it, for messages; <see langword="null"/> for a default file.</param>
internal sealed record NamedKey(string Path, string? Source);
