using Renci.SshNet;
using Renci.SshNet.Common;

namespace Playbooks.Connections.SshNet;

/// <summary>Reads private keys.</summary>
internal static class KeyFile
{
    private static readonly string[] Defaults = ["id_ed25519", "id_ecdsa", "id_rsa"];

    /// <summary>Loads the keys to log in with: the configured key, or the user's own keys that can be read.</summary>
    /// <exception cref="UsageException">There is no usable key; the message says why.</exception>
    internal static IReadOnlyList<PrivateKeyFile> LoadAll(SshEndpoint endpoint, ConnectionOptions options, out string tried)
    {
        if (endpoint.NamedKey is { } named)
        {
            tried = named.Path;
            return [Load(named, NotSupported.Login(endpoint, tried))];
        }

        var keys = new List<PrivateKeyFile>();
        var paths = new List<string>();
        UsageException? unusable = null;
        foreach (var path in Defaults.Select(name => Path.Join(options.Home, ".ssh", name)).Where(File.Exists))
        {
            try
            {
                keys.Add(Load(new NamedKey(path, null)));
                paths.Add(path);
            }
            catch (UsageException e)
            {
                unusable ??= e;
            }
        }

        tried = string.Join(", ", paths);
        if (keys.Count > 0)
        {
            return keys;
        }

        var none =
            $"There is no private key to log in with: {Path.Join(options.Home, ".ssh")} contains none of {string.Join(", ", Defaults)}. " +
            $"Use --private-key or {HonouredVariables.PrivateKey} to specify another key file.";
        var why = $"{unusable?.Message ?? none}{NotSupported.Login(endpoint, tried)}";
        throw unusable is null ? new UsageException(why) : new UsageException(why, unusable);
    }

    /// <summary>Loads a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="others">The text about other ways to log in, for the message about an encrypted key.</param>
    /// <exception cref="UsageException">The key cannot be read or used; the message says why.</exception>
    internal static PrivateKeyFile Load(NamedKey key, string others = "")
    {
        var name = key.Source is { } source ? $"The private key {key.Path} ({source})" : $"The private key {key.Path}";
        try
        {
            using var file = File.OpenRead(key.Path);
            var read = new PrivateKeyFile(file);
            if (PrivateFile.Objection(key.Path) is { } objection)
            {
                read.Dispose();
                throw new UsageException($"{name} is not used: {objection}");
            }

            return read;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{name} does not exist. Correct the path, or create a key with ssh-keygen.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} cannot be read: {e.Message}", e);
        }
        catch (SshPassPhraseNullOrEmptyException e)
        {
            throw new UsageException(
                $"{name} is encrypted, and passphrases are not supported yet. Use a key without a passphrase: ssh-keygen -p -f COPY_OF_THE_KEY.{others}", e);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or UsageException))
        {
            // For invalid files, the parser of SSH.NET throws many types of exceptions.
            throw new UsageException($"{name} is not a readable private key: {e.Message} Specify the file of a private key in OpenSSH or PEM format.", e);
        }
    }
}
