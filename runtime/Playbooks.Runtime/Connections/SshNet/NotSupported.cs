using Playbooks.Connections.HostKeys;

namespace Playbooks.Connections.SshNet;

/// <summary>One-line texts about ways to log in that OpenSSH would have used and that are not supported yet. Empty if there are none.</summary>
internal static class NotSupported
{
    /// <summary>The text about a certificate authority that is trusted for a host.</summary>
    internal static string Authority(KnownHostLine? line) =>
        line is null
            ? ""
            : $"\n{line.File}:{line.Number} trusts a certificate authority for this host (@cert-authority). " +
                "Certificate authorities are not supported yet: add the host's own key instead.";

    /// <summary>The text about other ways to log in than the keys that were tried.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="keys">The files of the keys, separated by commas.</param>
    internal static string Login(SshEndpoint endpoint, string keys) =>
        keys.Split(", ").Select(key => $"{key}-cert.pub").FirstOrDefault(File.Exists) is { } certificate
            ? $"\nThe certificate {certificate} is not used: certificate authorities are not supported yet."
            : endpoint.HasAgent
                ? "\nThe keys of ssh-agent (SSH_AUTH_SOCK) are not used, because ssh-agent is not supported yet. Use --private-key instead."
                : "";
}
