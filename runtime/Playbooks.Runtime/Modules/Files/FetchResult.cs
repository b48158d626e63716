namespace Playbooks;

/// <summary>The result of <see cref="Fetch"/>.</summary>
public sealed record FetchResult : TaskResult
{
    /// <summary>The file on the host.</summary>
    public string Source { get; init; } = "";

    /// <summary>The file on the controller, as an absolute path.</summary>
    public string Destination { get; init; } = "";

    /// <summary>
    /// The SHA-256 of the content, in lower-case hexadecimal; empty if the content could not be read, and in check mode if the host has no program that
    /// computes it.
    /// </summary>
    public string Checksum { get; init; } = "";

    /// <summary>The size of the content, in bytes.</summary>
    public long Size { get; init; }
}
