namespace Playbooks;

/// <summary>A host could not be reached, or was lost. Trying again may help.</summary>
public sealed class UnreachableException : Exception
{
    /// <summary>Says why a host cannot be reached.</summary>
    /// <param name="host">The host's name.</param>
    /// <param name="message">What, where and what to do, in one or two lines.</param>
    /// <param name="innerException">What told so.</param>
    public UnreachableException(string host, string message, Exception? innerException = null)
        : base(message, innerException) => Host = host;

    /// <summary>The host's name.</summary>
    public string Host { get; }

    /// <summary>Whether the same attempt may succeed later; not so after a refused key or a wrong host key.</summary>
    public bool IsTransient { get; init; } = true;

    /// <summary>Whether a server was there and took no more logins.</summary>
    internal bool IsBusy { get; init; }

    /// <summary>Whether it was lost when it had been reached, and not on the way to it.</summary>
    internal bool WasReached { get; init; }

    /// <summary>What failed in the same block besides.</summary>
    internal IReadOnlyList<TaskFailedException> Others { get; init; } = [];
}
