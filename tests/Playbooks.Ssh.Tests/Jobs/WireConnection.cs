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
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _crossing;
    private volatile bool _isFrozen;
    private volatile bool _isLate;

    internal WireConnection(FaultyWire wire, Socket client, Socket host)
    {
        _wire = wire;
        _client = client;
        _host = host;
        client.NoDelay = host.NoDelay = true;
        if (wire.LetsGreetingsCross)
        {
            _crossing = 2;
        }
        else
        {
            _greeted.SetResult();
        }

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
        _greeted.TrySetResult();
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
                await TakeTurnAsync(fromHost);
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

    /// <summary>
    /// The host's greeting arrives after the controller has sent its own, which goes on after that; the host's offer arrives after the controller's.
    /// </summary>
    private async Task TakeTurnAsync(bool fromHost)
    {
        if (!fromHost)
        {
            _wire.Turn(fromHost);
            await _greeted.Task;
            return;
        }

        if (_crossing > 0)
        {
            _crossing--;
            await _wire.AskedAsync();
        }

        _wire.Turn(fromHost);
        _greeted.TrySetResult();
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
