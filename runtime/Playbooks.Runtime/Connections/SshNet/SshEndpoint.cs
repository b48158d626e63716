using System.Globalization;

namespace Playbooks.Connections.SshNet;

/// <summary>The address of a host, and the user to log in as.</summary>
internal sealed record SshEndpoint(string Host, string Address, int Port, string User, NamedKey? NamedKey)
{
    /// <summary>Whether an ssh-agent has keys.</summary>
    internal bool HasAgent { get; init; }

    /// <summary>Returns the endpoint as messages show it: <c>user@address:port</c>.</summary>
    public override string ToString() => Port == 22 ? $"{User}@{Address}" : $"{User}@{Address}:{Port}";

    /// <summary>Reads a host's variables.</summary>
    /// <exception cref="UsageException">A variable is not valid.</exception>
    internal static SshEndpoint Of(Host host, ConnectionOptions options) =>
        new(host.Name, host.Address, PortOf(host), UserOf(host, options), KeyOf(host, options)) { HasAgent = options.HasAgent };

    /// <summary>Returns the user to log in as.</summary>
    internal static string UserOf(Host host, ConnectionOptions options) =>
        host.Variables.GetValueOrDefault(HonouredVariables.User) ?? options.User ?? options.LocalUser;

    private static int PortOf(Host host)
    {
        if (!host.Variables.TryGetValue(HonouredVariables.Port, out var text))
        {
            return 22;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new UsageException($"{host.Name}: ansible_port is '{text}', which is not a valid port. Use a number from 1 to 65535.");
    }

    private static NamedKey? KeyOf(Host host, ConnectionOptions options)
    {
        if (host.Variables.TryGetValue(HonouredVariables.PrivateKey, out var path))
        {
            return new NamedKey(options.Expand(path), $"{HonouredVariables.PrivateKey} of {host.Name}");
        }

        return options.PrivateKey is { } named ? new NamedKey(options.Expand(named), "--private-key") : null;
    }
}
