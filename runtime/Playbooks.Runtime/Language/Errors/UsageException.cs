namespace Playbooks;

/// <summary>The request cannot be run, and nothing was run. The message says what is wrong, where, and what to do.</summary>
public sealed class UsageException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do, in one or two lines.</param>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with the exception that caused it.</summary>
    /// <param name="message">What is wrong, where, and what to do, in one or two lines.</param>
    /// <param name="innerException">The exception that caused this one.</param>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
