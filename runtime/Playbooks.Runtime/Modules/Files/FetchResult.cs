namespace Playbooks;

/// <summary>What <see cref="Fetch"/> brought.</summary>
public sealed record FetchResult : TaskResult
{
    /// <summary>The file on the host.</summary>
    public string Source { get; init; } = "";

    /// <summary>The file on the machine that runs the playbook: its whole path.</summary>
    public string Destination { get; init; } = "";

    /// <summary>
    /// The SHA-256 of the content in lower-case hexadecimal; empty if it could not be read, and in check mode where the host has no tool for it.
    /// </summary>
    public string Checksum { get; init; } = "";

    /// <summary>The size of the content in bytes.</summary>
    public long Size { get; init; }
}
