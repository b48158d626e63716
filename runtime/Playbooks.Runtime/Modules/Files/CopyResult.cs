using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>The result of <see cref="Copy"/>.</summary>
public sealed record CopyResult : TaskResult
{
    /// <summary>The file on the host.</summary>
    public string Destination { get; init; } = "";

    /// <summary>The SHA-256 of the content, in lower-case hexadecimal; empty if the content could not be read.</summary>
    public string Checksum { get; init; } = "";

    /// <summary>The size of the content, in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The path of the copy of the old file; <see langword="null"/> if no copy was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BackupFile { get; init; }
}
