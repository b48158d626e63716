using Playbooks.Connections.HostKeys;

namespace Playbooks.Connections.SshNet;

/// <summary>Says in a line what OpenSSH would have used to get in, and is not supported yet. Empty where there is nothing to say.</summary>
internal static class NotSupported
{
    /// <summary>A certificate authority that is trusted for a host.</summary>
    internal static string Authority(KnownHostLine? line) =>
        line is null
            ? ""
            : $"\n{line.File}:{line.Number} trusts a certificate authority for it (@cert-authority), which is not supported yet: " +
                "add the key of the host itself.";

    /// <summary>Other ways to log in than the keys that were tried.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="keys">The files of the keys, with commas.</param>
    internal static string Login(SshEndpoint endpoint, string keys) =>
        keys.Split(", ").Select(key => $"{key}-cert.pub").FirstOrDefault(File.Exists) is { } certificate
            ? $"\nThe certificate {certificate} is not used: certificate authorities are not supported yet."
            : endpoint.HasAgent ? "\nThe keys of ssh-agent (SSH_AUTH_SOCK) are not used: it is not supported yet. Name the file of a key." : "";
}
