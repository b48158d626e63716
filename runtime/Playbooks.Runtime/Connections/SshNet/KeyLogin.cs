using Renci.SshNet;

namespace Playbooks.Connections.SshNet;

/// <summary>Logs in with keys, and keeps the session that SSH.NET shows nowhere else.</summary>
internal sealed class KeyLogin(string user, IReadOnlyList<PrivateKeyFile> keys) : PrivateKeyAuthenticationMethod(user, [.. keys])
{
    private const int MostSaid = 500;

    private volatile string _said = "";

    /// <summary>The session, once the server has asked who we are.</summary>
    internal Session? Session { get; private set; }

    /// <summary>Whether the server has asked who we are.</summary>
    internal bool HasBegun => Session is not null;

    /// <summary>What the server said during the login, in a line, its last part.</summary>
    internal string Said => _said;

    /// <inheritdoc/>
    public override AuthenticationResult Authenticate(Session session)
    {
        Session = session;
        return base.Authenticate(session);
    }

    /// <summary>Takes what the server says, the reason for a refusal among it.</summary>
    internal void Hear(string banner)
    {
        var line = string.Join(' ', banner.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(_said)).Trim();
        _said = line.Length <= MostSaid ? line : $"…{line[^MostSaid..]}";
    }
}
