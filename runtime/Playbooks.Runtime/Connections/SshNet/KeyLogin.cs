using Renci.SshNet;

namespace Playbooks.Connections.SshNet;

/// <summary>Logs in with keys, and keeps the session that SSH.NET shows nowhere else.</summary>
internal sealed class KeyLogin(string user, IReadOnlyList<PrivateKeyFile> keys) : PrivateKeyAuthenticationMethod(user, [.. keys])
{
    /// <summary>The session, once the server has asked who we are.</summary>
    internal Session? Session { get; private set; }

    /// <inheritdoc/>
    public override AuthenticationResult Authenticate(Session session)
    {
        Session = session;
        return base.Authenticate(session);
    }
}
