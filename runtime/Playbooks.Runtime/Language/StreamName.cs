namespace Playbooks;

/// <summary>The streams to which a job prints.</summary>
public enum StreamName
{
    /// <summary>The standard output.</summary>
    Stdout,

    /// <summary>The standard error.</summary>
    Stderr,
}
