using Renci.SshNet;

namespace Playbooks.Connections.SshNet;

/// <summary>
/// Detects a silent host, whether the network is cut or the host hangs. Each beat asks for an answer, and any data counts as one. After six beats without
/// data, the connection is given up. Data that has arrived but was not read yet also counts: then it is the controller that is busy.
/// </summary>
internal sealed class Heartbeat : IDisposable
{
    private const int MostMissed = 6;

    private readonly Session _session;
    private readonly Action _silent;
    private readonly ITimer _timer;
    private volatile bool _heard = true;
    private int _missed;
    private int _asking;

    /// <param name="session">The connection.</param>
    /// <param name="time">The clock.</param>
    /// <param name="silence">How long the host may be silent. It takes up to a sixth longer until that is detected.</param>
    /// <param name="silent">Called when the host has been silent for too long.</param>
    internal Heartbeat(Session session, TimeProvider time, TimeSpan silence, Action silent)
    {
        _session = session;
        _silent = silent;
        session.RequestSuccessReceived += (_, _) => _heard = true;
        session.RequestFailureReceived += (_, _) => _heard = true;
        session.ChannelDataReceived += (_, _) => _heard = true;
        session.ChannelExtendedDataReceived += (_, _) => _heard = true;
        session.ChannelWindowAdjustReceived += (_, _) => _heard = true;
        var interval = silence / MostMissed;
        _timer = time.CreateTimer(_ => Beat(), null, interval, interval);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Beat()
    {
        _missed = _heard || HasUnread() ? 0 : _missed + 1;
        _heard = false;
        if (_missed >= MostMissed)
        {
            Dispose();
            _silent();
            return;
        }

        // This blocks only if the socket is full, and at most until the connection is given up here.
        if (Interlocked.Exchange(ref _asking, 1) == 0)
        {
            try
            {
                SshNetInternals.AskForLife(_session);
            }
            catch (Exception e) when (e is Renci.SshNet.Common.SshException
                or System.Net.Sockets.SocketException
                or ObjectDisposedException
                or NullReferenceException)
            {
                // The connection has ended meanwhile; its session reports that.
                Dispose();
            }
            finally
            {
                _asking = 0;
            }
        }
    }

    private bool HasUnread()
    {
        try
        {
            return SshNetInternals.SocketOf(_session)?.Available > 0;
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
