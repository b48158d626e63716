using System.Net;
using System.Net.Sockets;

namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>A range of loopback addresses for one lab. A listening socket claims it, so that no two labs meet, and nothing is left claimed.</summary>
internal sealed class LabNet : IDisposable
{
    internal const int Port = 2222;
    private readonly Socket _claim = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private LabNet(int octet) => Prefix = $"127.{octet}";

    /// <summary>The first two octets.</summary>
    internal string Prefix { get; }

    internal static LabNet Claim()
    {
        for (var octet = 90; octet < 250; octet++)
        {
            var net = new LabNet(octet);
            if (!net.IsTaken() && net.TryListen())
            {
                return net;
            }

            net.Dispose();
        }

        throw new InvalidOperationException("127.90 to 127.249 are all taken by labs: tests/lab/lab down ends one.");
    }

    public void Dispose() => _claim.Dispose();

    private bool TryListen()
    {
        try
        {
            _claim.Bind(new IPEndPoint(IPAddress.Parse($"{Prefix}.255.254"), Port));
            _claim.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // A host that a killed run has left behind holds no claim, but its address; it may be cut off, and answer nothing.
    private bool IsTaken()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Parse($"{Prefix}.0.1"), Port));
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
