using Renci.SshNet;

namespace Playbooks.Connections.SshNet;

/// <summary>
/// Notices a silent peer, whether its link was cut or its host hangs: each beat asks for an answer, and whatever comes counts.
/// Two beats without a word, and the connection is given up: 9 to 13.5 s.
/// </summary>
internal sealed class Heartbeat : IDisposable
{
    private const int MostMissed = 2;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4.5);

    private readonly Session _session;
    private readonly Action _silent;
    private readonly ITimer _timer;
    private volatile bool _heard = true;
    private int _missed;
    private int _asking;

    internal Heartbeat(Session session, TimeProvider time, Action silent)
    {
        _session = session;
        _silent = silent;
        session.RequestSuccessReceived += (_, _) => _heard = true;
        session.RequestFailureReceived += (_, _) => _heard = true;
        session.ChannelDataReceived += (_, _) => _heard = true;
        session.ChannelExtendedDataReceived += (_, _) => _heard = true;
        session.ChannelWindowAdjustReceived += (_, _) => _heard = true;
        _timer = time.CreateTimer(_ => Beat(), null, Interval, Interval);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Beat()
    {
        _missed = _heard ? 0 : _missed + 1;
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
            catch (Exception e) when (e is Renci.SshNet.Common.SshException or System.Net.Sockets.SocketException or ObjectDisposedException or NullReferenceException)
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
}
