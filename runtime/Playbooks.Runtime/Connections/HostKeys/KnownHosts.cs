namespace Playbooks.Connections.HostKeys;

/// <summary>The host keys that the user trusts, in OpenSSH's format.</summary>
internal sealed class KnownHosts
{
    private readonly List<KnownHostLine> _lines = [];
    private readonly List<KnownHostLine> _authorities = [];

    private KnownHosts(string file) => File = file;

    /// <summary>The file to which new keys should be added.</summary>
    internal string File { get; }

    /// <summary>Reads the configured file, or else those of the user and the system.</summary>
    /// <exception cref="UsageException">A file exists but cannot be read.</exception>
    internal static KnownHosts Load(ConnectionOptions options)
    {
        string[] files = options.KnownHosts is { } named
            ? [options.Expand(named)]
            : [Path.Join(options.Home, ".ssh", "known_hosts"), "/etc/ssh/ssh_known_hosts"];
        var known = new KnownHosts(files[0]);
        foreach (var file in files)
        {
            known.Read(file);
        }

        return known;
    }

    /// <summary>Returns the known keys of an address. The server should only be asked for keys of these types.</summary>
    internal IReadOnlyList<KnownHostLine> Of(string address, int port) =>
        [.. Lines(Name(address, port)).Concat(port == 22 ? [] : Lines(Name(address, 22))).Where(line => !line.IsRevoked)];

    /// <summary>Decides whether the key that a server has shown is trusted.</summary>
    internal HostKeyVerdict Judge(string address, int port, ReadOnlySpan<byte> key)
    {
        var lines = Lines(Name(address, port)).ToList();
        var verdict = Judge(lines, key);

        // As in OpenSSH, a known key of the address without a port counts if it matches, but a different key there is not a contradiction.
        if (verdict.Trust == HostKeyTrust.Unknown && port != 22
            && Judge([.. Lines(Name(address, 22))], key) is { Trust: HostKeyTrust.Known or HostKeyTrust.Revoked } other)
        {
            return other;
        }

        return verdict;
    }

    /// <summary>
    /// Returns the line that trusts a certificate authority for an address; <see langword="null"/> if there is none. Authorities are not supported.
    /// </summary>
    internal KnownHostLine? AuthorityOf(string address, int port) =>
        _authorities.Find(line => line.Names(Name(address, port)) || line.Names(Name(address, 22)));

    /// <summary>Returns the name of an address in known_hosts.</summary>
    internal static string Name(string address, int port) => port == 22 ? address : $"[{address}]:{port}";

    private static HostKeyVerdict Judge(List<KnownHostLine> lines, ReadOnlySpan<byte> key)
    {
        HostKeyVerdict verdict = new(HostKeyTrust.Unknown, null);
        foreach (var line in lines)
        {
            if (line.Key.AsSpan().SequenceEqual(key))
            {
                if (line.IsRevoked)
                {
                    return new HostKeyVerdict(HostKeyTrust.Revoked, line);
                }

                verdict = new HostKeyVerdict(HostKeyTrust.Known, line);
            }
            else if (!line.IsRevoked && verdict.Trust == HostKeyTrust.Unknown)
            {
                verdict = new HostKeyVerdict(HostKeyTrust.Changed, line);
            }
        }

        return verdict;
    }

    private IEnumerable<KnownHostLine> Lines(string name) => _lines.Where(line => line.Names(name));

    private void Read(string file)
    {
        try
        {
            if (System.IO.File.Exists(file))
            {
                var number = 0;
                foreach (var text in System.IO.File.ReadLines(file))
                {
                    if (KnownHostLine.Parse(text, file, ++number) is { } line)
                    {
                        (line.IsAuthority ? _authorities : _lines).Add(line);
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The known host keys in {file} cannot be read: {e.Message} Correct the file's permissions, or name another file with --known-hosts.", e);
        }
    }
}
