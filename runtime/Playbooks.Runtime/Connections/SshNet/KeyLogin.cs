using Renci.SshNet;

namespace Playbooks.Connections.SshNet;

/// <summary>Logs in with keys, and keeps the session, which SSH.NET does not expose otherwise.</summary>
internal sealed class KeyLogin(string user, IReadOnlyList<PrivateKeyFile> keys) : PrivateKeyAuthenticationMethod(user, [.. keys])
{
    private const int MostSaid = 500;

    private volatile string _said = "";

    /// <summary>The session; <see langword="null"/> until the server has requested the login.</summary>
    internal Session? Session { get; private set; }

    /// <summary>Whether the server has requested the login.</summary>
    internal bool HasBegun => Session is not null;

    /// <summary>The last part of what the server printed during the login, in one line.</summary>
    internal string Said => _said;

    /// <inheritdoc/>
    public override AuthenticationResult Authenticate(Session session)
    {
        Session = session;
        return base.Authenticate(session);
    }

    /// <summary>Takes a text that the server prints; it may be the reason for a refusal.</summary>
    internal void Hear(string banner)
    {
        var line = string.Join(' ', banner.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(_said)).Trim();
        _said = line.Length <= MostSaid ? line : $"…{line[^MostSaid..]}";
    }
}
