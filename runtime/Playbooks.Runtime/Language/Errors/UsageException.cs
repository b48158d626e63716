namespace Playbooks;

/// <summary>What was asked for cannot be run; nothing was. The message says what, where and what to do.</summary>
public sealed class UsageException : Exception
{
    /// <summary>Says what cannot be run.</summary>
    /// <param name="message">What, where and what to do, in one or two lines.</param>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>Says what cannot be run, and what told so.</summary>
    /// <param name="message">What, where and what to do, in one or two lines.</param>
    /// <param name="innerException">What told so.</param>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
