using System.Net.Sockets;
using Playbooks.Connections.HostKeys;
using Renci.SshNet.Common;
using Renci.SshNet.Messages.Transport;

namespace Playbooks.Connections.SshNet;

/// <summary>Explains errors of SSH connections in helpful words.</summary>
internal static class SshErrors
{
    /// <summary>Whether an exception means that a connection is lost.</summary>
    internal static bool IsLoss(Exception e) =>
        e is SshException or SocketException or IOException or InvalidOperationException or NullReferenceException;

    /// <summary>Explains why a connection could not be made.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="keys">The keys that were tried.</param>
    /// <param name="known">The known keys of the host.</param>
    /// <param name="login">How far the login got.</param>
    /// <param name="e">The error.</param>
    internal static UnreachableException NotConnected(
        SshEndpoint endpoint, string keys, IReadOnlyList<KnownHostLine> known, KeyLogin login, Exception e) => e switch
    {
        _ when IsBusy(login, e) => new UnreachableException(
            endpoint.Host,
            $"{At(endpoint)} takes the connection and closes it before a word of SSH: it takes no more logins at once (MaxStartups in its sshd_config), " +
            "or what listens there is no SSH server.",
            e) { IsBusy = true },
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            Failed(endpoint, $"{At(endpoint)} refused the connection: no SSH server listens there.", e, true),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } =>
            Failed(endpoint, $"The name '{endpoint.Address}' cannot be resolved. Mend it, or give its address as ansible_host.", e, false),
        SocketException { SocketErrorCode: SocketError.TryAgain } =>
            Failed(endpoint, $"The name '{endpoint.Address}' cannot be resolved now: {e.Message}.", e, true),
        SshOperationTimeoutException or TimeoutException =>
            Failed(endpoint, $"{At(endpoint)} did not answer within {SshNetTransport.ConnectTimeout.TotalSeconds:0} s.", e, true),
        SshAuthenticationException => Refused(endpoint, keys, login, e),
        SshConnectionException { DisconnectReason: DisconnectReason.NoMoreAuthenticationMethodsAvailable } => Refused(endpoint, keys, login, e),
        SshConnectionException when e.Message.Contains("authentication failures", StringComparison.OrdinalIgnoreCase) => Refused(endpoint, keys, login, e),
        SshConnectionException when known.Count > 0 && e.Message.StartsWith("No matching host key algorithm", StringComparison.Ordinal) =>
            Failed(endpoint, Changed(endpoint, "no key of that type any more", known[0]), e, false),
        SshConnectionException { DisconnectReason: DisconnectReason.KeyExchangeFailed } =>
            Failed(endpoint, $"{At(endpoint)} and we have no algorithm in common: {e.Message}", e, false),
        _ when login.HasBegun => Failed(
            endpoint,
            login.Said.Length > 0
                ? $"{endpoint} closed the connection during the login, and said: {login.Said}"
                : $"{endpoint} closed the connection during the login ({e.Message.TrimEnd('.')}). The host's log says why: " +
                    "logins may be shut (/etc/nologin), or this account closed.",
            e,
            true),
        _ => Failed(endpoint, $"{At(endpoint)} cannot be reached: {e.Message}", e, true),
    };

    private static bool IsBusy(KeyLogin login, Exception e) => !login.HasBegun
        && (e is SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted }
            || (e is SshConnectionException && e.Message.Contains("closed before a valid SSH identification", StringComparison.Ordinal)));

    /// <summary>Explains why a host key is not trusted.</summary>
    internal static UnreachableException NotTrusted(SshEndpoint endpoint, HostKeyVerdict verdict, string type, string fingerprint, KnownHosts known)
    {
        var name = KnownHosts.Name(endpoint.Address, endpoint.Port);
        var key = $"{type} SHA256:{fingerprint}";
        var port = endpoint.Port == 22 ? "" : $"-p {endpoint.Port} ";
        var message = verdict switch
        {
            { Trust: HostKeyTrust.Revoked, Line: { } line } =>
                $"The host key of {name} is revoked: {key}, by {line.File}:{line.Number}. Give the host a new key.",
            { Trust: HostKeyTrust.Changed, Line: { } line } => Changed(endpoint, key, line),
            _ => $"The host key of {name} is unknown: {key}.\n"
                + $"Compare the fingerprint with the host's own, then add it: ssh-keyscan {port}{endpoint.Address} >> {known.File}",
        };
        return new UnreachableException(
            endpoint.Host, message + NotSupported.Authority(known.AuthorityOf(endpoint.Address, endpoint.Port))) { IsTransient = false };
    }

    private static string Changed(SshEndpoint endpoint, string shown, KnownHostLine line)
    {
        var name = KnownHosts.Name(endpoint.Address, endpoint.Port);
        return $"The host key of {name} has changed: it shows {shown}, but {line.File}:{line.Number} knows another ({line.KeyType}). "
            + "Somebody may be in between.\n"
            + $"Only if you know why it changed: ssh-keygen -R '{name}' -f {line.File}, and add the new one.";
    }

    private static UnreachableException Refused(SshEndpoint endpoint, string keys, KeyLogin login, Exception e) =>
        Failed(
            endpoint,
            $"{endpoint} refused to let us in with {keys}: " +
            $"{e.Message.TrimEnd('.')}{(login.Said.Length > 0 ? $", and said: {login.Said.TrimEnd('.')}" : "")}. " +
            $"Add the key's public half to that user's ~/.ssh/authorized_keys, or name another user or key.{NotSupported.Login(endpoint, keys)}",
            e,
            false);

    private static UnreachableException Failed(SshEndpoint endpoint, string message, Exception e, bool isTransient) =>
        new(endpoint.Host, message, e) { IsTransient = isTransient };

    private static string At(SshEndpoint endpoint) => $"{endpoint.Address}:{endpoint.Port}";
}
