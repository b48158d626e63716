using Playbooks.Connections.HostKeys;
using Renci.SshNet;

namespace Playbooks.Connections.SshNet;

/// <summary>The algorithms that are offered to servers, in order of preference.</summary>
internal static class SshAlgorithms
{
    // sntrup761x25519 costs SSH.NET 65 ms of CPU time per connection, and group exchange 210 ms; curve25519 costs 3 to 6 ms, mlkem768 7 to 8 ms.
    private static readonly string[] KeyExchanges =
    [
        "mlkem768x25519-sha256", "curve25519-sha256", "curve25519-sha256@libssh.org", "ecdh-sha2-nistp256", "ecdh-sha2-nistp384",
        "ecdh-sha2-nistp521", "diffie-hellman-group14-sha256", "diffie-hellman-group16-sha512", "diffie-hellman-group18-sha512",
    ];

    private static readonly string[] Ciphers =
    [
        "aes128-gcm@openssh.com", "aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com", "aes128-ctr", "aes192-ctr", "aes256-ctr",
    ];

    // None uses SHA-1. Those that authenticate the encrypted data come first: data that an attacker has changed is then never decrypted.
    private static readonly string[] Macs =
    [
        "hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com", "hmac-sha2-256", "hmac-sha2-512",
    ];

    // Certificates are not offered, because authorities in known_hosts are not supported yet.
    private static readonly string[] HostKeys =
    [
        "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "rsa-sha2-512", "rsa-sha2-256",
    ];

    /// <summary>Sets the algorithms of a connection.</summary>
    /// <param name="connection">The connection to make.</param>
    /// <param name="known">The host's known keys. Only their types are requested, because a key of another type would be refused.</param>
    internal static void Choose(ConnectionInfo connection, IReadOnlyList<KnownHostLine> known)
    {
        Keep(connection.KeyExchangeAlgorithms, KeyExchanges);
        Keep(connection.Encryptions, Ciphers);
        Keep(connection.HmacAlgorithms, Macs);
        var hostKeys = HostKeys.Where(name => known.Any(line => line.KeyType == (name.StartsWith("rsa-", StringComparison.Ordinal) ? "ssh-rsa" : name)))
            .ToArray();
        Keep(connection.HostKeyAlgorithms, hostKeys.Length > 0 ? hostKeys : HostKeys);
    }

    private static void Keep<T>(IOrderedDictionary<string, T> all, string[] names)
    {
        var kept = names.Where(all.ContainsKey).Select(name => (name, all[name])).ToList();
        all.Clear();
        foreach (var (name, algorithm) in kept)
        {
            all.Add(name, algorithm);
        }
    }
}
