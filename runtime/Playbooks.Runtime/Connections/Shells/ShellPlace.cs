namespace Playbooks.Connections.Shells;

/// <summary>Whose shell it is, and where.</summary>
/// <param name="User">The user to become; <see langword="null"/> for the connection's own.</param>
/// <param name="Scope">The scope of systemd's that it is in; <see langword="null"/> for the connection's session.</param>
internal readonly record struct ShellPlace(string? User, ShellScope? Scope = null);
