namespace Playbooks;

/// <summary>A host could not be reached, or its connection was lost. <see cref="IsTransient"/> shows whether a new attempt may succeed.</summary>
public sealed class UnreachableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="host">The host's name.</param>
    /// <param name="message">What happened, where, and what to do, in one or two lines.</param>
    /// <param name="innerException">The exception that caused this one, if any.</param>
    public UnreachableException(string host, string message, Exception? innerException = null)
        : base(message, innerException) => Host = host;

    /// <summary>The host's name.</summary>
    public string Host { get; }

    /// <summary>
    /// Whether a later attempt may succeed; <see langword="false"/>, for example, if the user's key was refused or the host's key is wrong. Defaults to
    /// <see langword="true"/>.
    /// </summary>
    public bool IsTransient { get; init; } = true;

    /// <summary>Whether the server answered, but accepted no more logins.</summary>
    internal bool IsBusy { get; init; }

    /// <summary>Whether the host had been reached before its connection was lost.</summary>
    internal bool WasReached { get; init; }

    /// <summary>The other failures in the same block.</summary>
    internal IReadOnlyList<TaskFailedException> Others { get; init; } = [];
}
