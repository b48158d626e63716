using System.Net.Sockets;
using System.Reflection;
using System.Runtime.CompilerServices;
using Renci.SshNet;
using Renci.SshNet.Messages;
using Renci.SshNet.Messages.Connection;

namespace Playbooks.Connections.SshNet;

/// <summary>
/// Members of SSH.NET 2026.0.0 that are not public. Without them, its threads in the pool would block, dead connections would not be noticed, and empty
/// inputs would not end. They are bound by name at compile time; tests check them.
/// </summary>
internal static class SshNetInternals
{
    private static readonly FieldInfo Channel = typeof(SshCommand).GetField("_channel", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Ends a command's input. SSH.NET itself does so only if something was written.</summary>
    internal static void End(Stream input)
    {
        ref var written = ref TotalPosition(input);
        written = Math.Max(written, 1);
        input.Dispose();
    }

    /// <summary>Whether the server has agreed to run the command, which SSH.NET does not expose.</summary>
    internal static bool IsAccepted(SshCommand command) => Channel.GetValue(command) is not { } channel || IsAccepted(channel);

    /// <summary>Sends a request that every server answers, even if only with a refusal (RFC 4254, 4).</summary>
    internal static void AskForLife(Session session) => SendMessage(session, GlobalRequest("keepalive@openssh.com"u8.ToArray(), wantReply: true));

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_OutputStream")]
    internal static extern void SetOutput(SshCommand command, Stream stream);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ExtendedOutputStream")]
    internal static extern void SetExtendedOutput(SshCommand command, Stream stream);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_socket")]
    internal static extern ref Socket? SocketOf(Session session);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "SendMessage")]
    private static extern void SendMessage(Session session, Message message);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern GlobalRequestMessage GlobalRequest(byte[] name, bool wantReply);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_channelRequestSuccess")]
    private static extern ref bool IsAccepted([UnsafeAccessorType("Renci.SshNet.Channels.ChannelSession, Renci.SshNet")] object channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_totalPosition")]
    private static extern ref long TotalPosition([UnsafeAccessorType("Renci.SshNet.Common.ChannelInputStream, Renci.SshNet")] object stream);
}
