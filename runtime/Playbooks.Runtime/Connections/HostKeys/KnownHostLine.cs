using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Connections.HostKeys;

/// <summary>One line of a known_hosts file; the format is described in sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT".</summary>
internal sealed class KnownHostLine
{
    private readonly string _hosts;

    private KnownHostLine(string hosts, string keyType, byte[] key, string? marker, string file, int number)
    {
        _hosts = hosts;
        KeyType = keyType;
        Key = key;
        IsRevoked = marker == "@revoked";
        IsAuthority = marker == "@cert-authority";
        File = file;
        Number = number;
    }

    /// <summary>The key's type, such as <c>ssh-ed25519</c>.</summary>
    internal string KeyType { get; }

    /// <summary>The key, as SSH transmits it.</summary>
    internal byte[] Key { get; }

    /// <summary>Whether the key must never be accepted.</summary>
    internal bool IsRevoked { get; }

    /// <summary>Whether the key signs keys of hosts, instead of being one itself.</summary>
    internal bool IsAuthority { get; }

    /// <summary>The path of the file.</summary>
    internal string File { get; }

    /// <summary>The line's number, from 1.</summary>
    internal int Number { get; }

    /// <summary>Parses a line. Returns <see langword="null"/> if it has no key to compare with.</summary>
    internal static KnownHostLine? Parse(string text, string file, int number)
    {
        var fields = text.Split((char[]?)null, 5, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 0 || fields[0].StartsWith('#'))
        {
            return null;
        }

        // A line with an unknown marker must not make a key trusted.
        var marker = fields[0].StartsWith('@') ? fields[0] : null;
        if (marker is not null)
        {
            fields = fields[1..];
        }

        if (marker is not (null or "@revoked" or "@cert-authority") || fields.Length < 3)
        {
            return null;
        }

        var key = new byte[fields[2].Length];
        return Convert.TryFromBase64String(fields[2], key, out var length)
            ? new KnownHostLine(fields[0], fields[1], key[..length], marker, file, number)
            : null;
    }

    /// <summary>Whether the line concerns a host, given as <c>address</c> or <c>[address]:port</c>.</summary>
    internal bool Names(string name)
    {
        if (_hosts.StartsWith("|1|", StringComparison.Ordinal))
        {
            return IsHashOf(name);
        }

        var matches = false;
        foreach (var pattern in _hosts.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var isNegated = pattern.StartsWith('!');
            if (FileSystemName.MatchesSimpleExpression(isNegated ? pattern[1..] : pattern, name, ignoreCase: true))
            {
                if (isNegated)
                {
                    return false;
                }

                matches = true;
            }
        }

        return matches;
    }

    // The format is |1|base64 of the salt|base64 of HMAC-SHA1(salt, name). OpenSSH chose SHA-1 here; trust does not depend on it.
    private bool IsHashOf(string name)
    {
        var parts = _hosts.Split('|');
        if (parts.Length != 4)
        {
            return false;
        }

        try
        {
            var salt = Convert.FromBase64String(parts[2]);
            return HMACSHA1.HashData(salt, Encoding.UTF8.GetBytes(name.ToLowerInvariant())).AsSpan().SequenceEqual(Convert.FromBase64String(parts[3]));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
