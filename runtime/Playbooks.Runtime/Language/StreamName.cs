namespace Playbooks;

/// <summary>The streams on which a job prints.</summary>
public enum StreamName
{
    /// <summary>Its standard output.</summary>
    Stdout,

    /// <summary>Its standard error.</summary>
    Stderr,
}
