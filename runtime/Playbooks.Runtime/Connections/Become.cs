namespace Playbooks.Connections;

/// <summary>Becomes another user by <c>sudo</c>, without a password.</summary>
internal static class Become
{
    /// <summary>The command that runs a shell as a user; <see langword="null"/> for the connection's own.</summary>
    internal static string Command(string? user, string shell) =>
        user is null ? $"exec {shell}" : $"exec sudo -n -H -u {ShellText.Quote(user)} -- {shell}";

    /// <summary>Says why it did not work.</summary>
    /// <param name="host">The host.</param>
    /// <param name="login">The connection's user.</param>
    /// <param name="user">The user who was to be become.</param>
    /// <param name="status">The exit status of <c>sudo</c>.</param>
    /// <param name="said">What it printed.</param>
    internal static BecomeException Failure(string host, string login, string user, int? status, string said)
    {
        var line = said.Split('\n').Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0) ?? $"it ended with status {status}";
        var message = (status, said) switch
        {
            (127, _) => $"Cannot become '{user}': there is no sudo here ({line}). Install sudo, or log in as '{user}'.",
            (_, var text) when text.Contains("unknown user", StringComparison.OrdinalIgnoreCase) =>
                $"Cannot become '{user}': there is no such user here ({line}).",
            (_, var text) when text.Contains("password is required", StringComparison.Ordinal) =>
                $"Cannot become '{user}': sudo asks for a password. For now passwordless sudo is needed: allow it to '{login}' with NOPASSWD in sudoers.",
            _ => $"Cannot become '{user}': {line}. Passwordless sudo is needed: see that '{login}' may run /bin/sh as '{user}' with NOPASSWD.",
        };
        return new BecomeException(host, user, message);
    }
}
