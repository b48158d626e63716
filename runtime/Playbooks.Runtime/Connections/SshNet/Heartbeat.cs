using Renci.SshNet;

namespace Playbooks.Connections.SshNet;

/// <summary>
/// Notices a silent peer, whether its link was cut or its host hangs: each beat asks for an answer, and whatever comes counts.
/// Six beats without a word, and the connection is given up. What has come and was not read yet is a word, too: then it is we who are busy.
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
    /// <param name="silence">How long a peer may be silent; a sixth more at most passes until that is noticed.</param>
    /// <param name="silent">Takes the silence.</param>
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

        // Blocks only behind a full socket, and then until this gives the connection up.
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
                // The connection has ended meanwhile, which its session reports by itself.
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
