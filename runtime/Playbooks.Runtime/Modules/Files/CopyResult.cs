using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>What <see cref="Copy"/> did.</summary>
public sealed record CopyResult : TaskResult
{
    /// <summary>The file on the host.</summary>
    public string Destination { get; init; } = "";

    /// <summary>The SHA-256 of the content in lower-case hexadecimal; empty if it could not be read.</summary>
    public string Checksum { get; init; } = "";

    /// <summary>The size of the content in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Where the former content was kept, if it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BackupFile { get; init; }
}
