namespace Playbooks;

/// <summary>A host answered that another user cannot be become there. Nothing was run.</summary>
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

    /// <summary>The user who was to be become.</summary>
    public string User { get; }
}
