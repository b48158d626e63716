namespace Playbooks;

/// <summary>The host does not allow running as another user. Nothing was run.</summary>
public sealed class BecomeException : Exception
{
    internal BecomeException(string host, string user, string message)
        : base(message)
    {
        Host = host;
        User = user;
    }

    /// <summary>The host's name.</summary>
    public string Host { get; }

    /// <summary>The user to run as.</summary>
    public string User { get; }
}
