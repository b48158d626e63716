using System.Net;
using System.Net.Sockets;
using Playbooks.Connections;
using Playbooks.Ssh.Tests.Connections;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>
/// A proxy before a host's sshd that fails once, after a number of bytes from the moment when it was armed. Connections that
/// are made afterwards are good ones. It counts what passes, too.
/// </summary>
internal sealed class FaultyWire : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Lock _lock = new();
    private readonly List<WireConnection> _connections = [];
    private readonly Task _accepting;
    private readonly string _host;
    private readonly string _knownHosts = Path.GetTempFileName();
    private readonly TaskCompletionSource _struck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Fault? _fault;
    private long _sent;
    private long _received;
    private bool _isAsked;
    private int _roundTrips;

    internal FaultyWire(Lab lab, string host)
    {
        Lab = lab;
        _host = host;
        _listener = new TcpListener(IPAddress.Parse(lab.Address(host)), 0);
        _listener.Start();
        var key = File.ReadLines(lab.KnownHosts).Single(line => line.StartsWith($"[{lab.Address(host)}]:{Lab.Port},", StringComparison.Ordinal));
        File.WriteAllText(_knownHosts, $"[{lab.Address(host)}]:{Port} {key[(key.IndexOf(' ', StringComparison.Ordinal) + 1)..]}\n");
        _accepting = AcceptAsync();
    }

    internal Lab Lab { get; }

    /// <summary>The host, as it is reached over this wire.</summary>
    internal Host Host => Lab.Host(_host, ("ansible_port", $"{Port}"));

    internal ConnectionOptions Login => Lab.Login() with { KnownHosts = _knownHosts };

    /// <summary>Completes when it fails.</summary>
    internal Task Struck => _struck.Task;

    /// <summary>How many bytes have gone to the host since it was armed.</summary>
    internal long Sent => Interlocked.Read(ref _sent);

    /// <summary>How many bytes have come from the host since it was armed.</summary>
    internal long Received => Interlocked.Read(ref _received);

    /// <summary>
    /// Whether the greetings, and then the offers of algorithms, which both sides send without being asked, cross on the way on every machine. Defaults to
    /// <see langword="false"/>: on a busy one, the host's may be there before the controller has sent its own.
    /// </summary>
    internal bool LetsGreetingsCross { get; init; }

    /// <summary>How often something came from the host after something had gone to it, as the controller sees it.</summary>
    internal int RoundTrips => Volatile.Read(ref _roundTrips);

    /// <summary>Returns once something has gone to the host after what it sent last.</summary>
    internal Task AskedAsync() => Until.HoldsAsync(() => Volatile.Read(ref _isAsked));

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>From now on bytes count; without a fault they only count.</summary>
    internal void Arm(Fault? fault)
    {
        lock (_lock)
        {
            _fault = fault;
            _sent = _received = 0;
        }
    }

    /// <summary>Lets arrive what is late.</summary>
    internal async Task DeliverAsync()
    {
        foreach (var connection in All())
        {
            await connection.DeliverAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        foreach (var connection in All())
        {
            await connection.DisposeAsync();
        }

        File.Delete(_knownHosts);
    }

    /// <summary>Counts what is about to pass: how much of it does, and how the wire fails then, if it does.</summary>
    internal (int Pass, FaultKind? Failing) Pass(bool fromHost, int count)
    {
        lock (_lock)
        {
            ref var counted = ref fromHost ? ref _received : ref _sent;
            counted += count;
            if (_fault is not { } fault || fault.FromHost != fromHost || counted < fault.After)
            {
                return (count, null);
            }

            _fault = null;
            _struck.TrySetResult();
            return ((int)(count - (counted - fault.After)), fault.Kind);
        }
    }

    /// <summary>Notes that the controller has sent something, or is about to receive something.</summary>
    internal void Turn(bool fromHost)
    {
        lock (_lock)
        {
            _roundTrips += fromHost && _isAsked ? 1 : 0;
            _isAsked = !fromHost;
        }
    }

    private WireConnection[] All()
    {
        lock (_lock)
        {
            return [.. _connections];
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                var host = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await host.ConnectAsync(Lab.Address(_host), Lab.Port);
                lock (_lock)
                {
                    _connections.Add(new WireConnection(this, client, host));
                }
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // Nobody connects any more.
        }
    }
}
