using System.Net.Sockets;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>One connection over a wire.</summary>
internal sealed class WireConnection : IAsyncDisposable
{
    private readonly FaultyWire _wire;
    private readonly Socket _client;
    private readonly Socket _host;
    private readonly Task _pumping;
    private readonly MemoryStream _late = new();
    private volatile bool _isFrozen;
    private volatile bool _isLate;

    internal WireConnection(FaultyWire wire, Socket client, Socket host)
    {
        _wire = wire;
        _client = client;
        _host = host;
        client.NoDelay = host.NoDelay = true;
        _pumping = Task.WhenAll(PumpAsync(client, host, fromHost: false), PumpAsync(host, client, fromHost: true));
    }

    /// <summary>Lets the host have what is late, and then the end.</summary>
    internal async Task DeliverAsync()
    {
        if (_isLate)
        {
            await _host.SendAsync(_late.ToArray());
            _host.Shutdown(SocketShutdown.Send);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _host.Dispose();
        await _pumping;
        _late.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to, bool fromHost)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is var count and > 0)
            {
                var (pass, failing) = _isFrozen ? (0, null) : _wire.Pass(fromHost, count);
                await TravelAsync(fromHost);
                await to.SendAsync(buffer.AsMemory(0, pass));
                Fail(failing);
                if (_isLate && !fromHost)
                {
                    await _late.WriteAsync(buffer.AsMemory(pass, count - pass));
                }
            }

            if (!_isFrozen)
            {
                to.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            if (!_isFrozen)
            {
                from.Dispose();
                to.Dispose();
            }
        }
    }

    private async Task TravelAsync(bool fromHost)
    {
        if (!fromHost)
        {
            _wire.Turn(fromHost);
        }

        await Task.Delay(_wire.Delay);
        if (fromHost)
        {
            _wire.Turn(fromHost);
        }
    }

    private void Fail(FaultKind? kind)
    {
        switch (kind)
        {
            case FaultKind.Close:
                _client.Dispose();
                _host.Dispose();
                break;
            case FaultKind.Reset:
                _client.LingerState = _host.LingerState = new LingerOption(true, 0);
                _client.Dispose();
                _host.Dispose();
                break;
            case FaultKind.Freeze:
                _isFrozen = true;
                break;
            case FaultKind.Late:
                _isFrozen = _isLate = true;
                _client.Shutdown(SocketShutdown.Send);
                break;
            default:
                break;
        }
    }
}
