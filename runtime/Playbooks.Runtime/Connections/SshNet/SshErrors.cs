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
            $"{At(endpoint)} accepted the connection and closed it at once: " +
            "either too many logins are in progress (MaxStartups in the host's sshd_config), " +
            "or the program that listens there is not an SSH server.",
            e) { IsBusy = true },
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            Failed(endpoint, $"{At(endpoint)} refused the connection: no SSH server listens there.", e, true),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } =>
            Failed(endpoint, $"The name '{endpoint.Address}' cannot be resolved. Correct the name, or set the host's address as ansible_host.", e, false),
        SocketException { SocketErrorCode: SocketError.TryAgain } =>
            Failed(endpoint, $"The name '{endpoint.Address}' cannot be resolved at the moment: {e.Message}.", e, true),
        SshOperationTimeoutException or TimeoutException =>
            Failed(endpoint, $"{At(endpoint)} did not answer within {SshNetTransport.ConnectTimeout.TotalSeconds:0} s.", e, true),
        SshAuthenticationException => Refused(endpoint, keys, login, e),
        SshConnectionException { DisconnectReason: DisconnectReason.NoMoreAuthenticationMethodsAvailable } => Refused(endpoint, keys, login, e),
        SshConnectionException when e.Message.Contains("authentication failures", StringComparison.OrdinalIgnoreCase) => Refused(endpoint, keys, login, e),
        SshConnectionException when known.Count > 0 && e.Message.StartsWith("No matching host key algorithm", StringComparison.Ordinal) =>
            Failed(endpoint, Changed(endpoint, "no key of the known type", known[0]), e, false),
        SshConnectionException { DisconnectReason: DisconnectReason.KeyExchangeFailed } =>
            Failed(endpoint, $"{At(endpoint)} supports none of this program's algorithms: {e.Message}", e, false),
        _ when login.HasBegun => Failed(
            endpoint,
            login.Said.Length > 0
                ? $"{endpoint} closed the connection during the login with this message: {login.Said}"
                : $"{endpoint} closed the connection during the login ({e.Message.TrimEnd('.')}). The host's log shows the reason: " +
                    "logins may be disabled (/etc/nologin), or this account may be locked.",
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
                $"The host key of {name} is revoked in {line.File}:{line.Number}: {key}. Create a new key for the host.",
            { Trust: HostKeyTrust.Changed, Line: { } line } => Changed(endpoint, key, line),
            _ => $"The host key of {name} is unknown: {key}.\n"
                + $"Compare the fingerprint with the one that the host itself shows, then add the key: ssh-keyscan {port}{endpoint.Address} >> {known.File}",
        };
        return new UnreachableException(
            endpoint.Host, message + NotSupported.Authority(known.AuthorityOf(endpoint.Address, endpoint.Port))) { IsTransient = false };
    }

    private static string Changed(SshEndpoint endpoint, string shown, KnownHostLine line)
    {
        var name = KnownHosts.Name(endpoint.Address, endpoint.Port);
        return $"The host key of {name} has changed: the host presents {shown}, but {line.File}:{line.Number} lists another key ({line.KeyType}). "
            + "The connection may be intercepted.\n"
            + $"Only if you know why the key changed: run ssh-keygen -R '{name}' -f {line.File}, and add the new key.";
    }

    private static UnreachableException Refused(SshEndpoint endpoint, string keys, KeyLogin login, Exception e) =>
        Failed(
            endpoint,
            $"{endpoint} refused the login with {keys}: " +
            $"{e.Message.TrimEnd('.')}{(login.Said.Length > 0 ? $", with this message: {login.Said.TrimEnd('.')}" : "")}. " +
            $"Add the public key to ~/.ssh/authorized_keys of this user on the host, or use another user or key.{NotSupported.Login(endpoint, keys)}",
            e,
            false);

    private static UnreachableException Failed(SshEndpoint endpoint, string message, Exception e, bool isTransient) =>
        new(endpoint.Host, message, e) { IsTransient = isTransient };

    private static string At(SshEndpoint endpoint) => $"{endpoint.Address}:{endpoint.Port}";
}
