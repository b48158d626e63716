namespace Playbooks.Connections.Shells;

/// <summary>The user of a shell, and where it runs.</summary>
/// <param name="User">The user to run as; <see langword="null"/> for the connection's own user.</param>
/// <param name="Scope">The scope of systemd in which the shell runs; <see langword="null"/> for the connection's session.</param>
internal readonly record struct ShellPlace(string? User, ShellScope? Scope = null);
