
using Playbooks.Connections.Escalation;
using Playbooks.Connections.HostKeys;
using Playbooks.Connections.Local;
using Playbooks.Connections.SshNet;

namespace Playbooks.Connections;

/// <summary>Creates local or SSH connections, as the inventory says.</summary>
internal sealed class Connector : IConnector
{
    private readonly ConnectionOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<Host, string>? _delayed;
    private readonly Lazy<KnownHosts> _knownHosts;

    /// <param name="options">How to connect and log in.</param>
    /// <param name="time">The clock.</param>
    /// <param name="delayed">Called with the host that delays the run, and the reason.</param>
    internal Connector(ConnectionOptions options, TimeProvider time, Action<Host, string>? delayed = null)
    {
        _delayed = delayed;
        _options = options;
        _time = time;
        _knownHosts = new Lazy<KnownHosts>(() => KnownHosts.Load(options));
    }

    /// <inheritdoc/>
    public void Check(IReadOnlyList<Host> hosts)
    {
        var keys = new HashSet<string>();
        foreach (var host in hosts)
        {
            _ = BecomeOptions.Of(host, _options);
        }

        foreach (var host in hosts.Where(host => !IsLocal(host)))
        {
            var endpoint = SshEndpoint.Of(host, _options);
            if (endpoint.NamedKey is { } key && keys.Add(key.Path))
            {
                using var file = KeyFile.Load(key, NotSupported.Login(endpoint, key.Path));
            }

            _ = _knownHosts.Value;
        }
    }

    /// <inheritdoc/>
    public IHostConnection Connect(Host host) => IsLocal(host)
        ? new HostConnection(
            host.Name,
            _options.LocalUser,
            _ => Task.FromResult<ITransport>(new LocalTransport(host.Name, _time)),
            _time,
            become: BecomeOptions.Of(host, _options))
        : new HostConnection(
            host.Name,
            SshEndpoint.UserOf(host, _options),
            token => SshNetTransport.ConnectAsync(host, _options, () => _knownHosts.Value, _time, token),
            _time,
            become: BecomeOptions.Of(host, _options),
            delayed: why => _delayed?.Invoke(host, why));

    /// <summary>Whether a host is the controller itself, reached without SSH.</summary>
    /// <exception cref="UsageException">Its <c>ansible_connection</c> is not a known connection type.</exception>
    internal static bool IsLocal(Host host) => host.Variables.TryGetValue(HonouredVariables.Connection, out var named)
        ? HonouredVariables.IsLocal(named)
            ?? throw new UsageException($"{host.Name}: '{named}' is not a connection type. Set {HonouredVariables.Connection} to ssh or local.")
        : host.Name == InventoryFormat.Localhost
            && !host.Variables.ContainsKey(HonouredVariables.Address)
            && !host.Variables.ContainsKey(HonouredVariables.Port);
}
