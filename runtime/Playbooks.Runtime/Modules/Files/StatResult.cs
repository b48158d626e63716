using System.Text.Json.Serialization;
using Playbooks.Language.Results;

namespace Playbooks;

/// <summary>The result of <see cref="Stat"/>.</summary>
public sealed record StatResult : TaskResult
{
    /// <summary>Whether anything exists at the path. If not, all other properties are empty.</summary>
    public bool Exists { get; init; }

    /// <summary>Whether the path is a directory.</summary>
    [WrittenIf(nameof(Exists))]
    public bool IsDirectory { get; init; }

    /// <summary>Whether the path is a regular file.</summary>
    [WrittenIf(nameof(Exists))]
    public bool IsRegular { get; init; }

    /// <summary>Whether the path is a symbolic link. With <see cref="Stat.Follow"/>, this is always <see langword="false"/>.</summary>
    [WrittenIf(nameof(Exists))]
    public bool IsLink { get; init; }

    /// <summary>The size of the file, in bytes.</summary>
    [WrittenIf(nameof(Exists))]
    public long Size { get; init; }

    /// <summary>The permissions in octal, as <c>chmod</c> reads them: <c>0644</c>, <c>04755</c>.</summary>
    [WrittenIf(nameof(Exists))]
    public string? Mode { get; init; }

    /// <summary>The name of the owner, or the number if the owner has no name.</summary>
    [WrittenIf(nameof(Exists))]
    public string? Owner { get; init; }

    /// <summary>The name of the group, or the number if the group has no name.</summary>
    [WrittenIf(nameof(Exists))]
    public string? Group { get; init; }

    /// <summary>The number of the owner.</summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Uid { get; init; }

    /// <summary>The number of the group.</summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Gid { get; init; }

    /// <summary>When the content was last changed; <see langword="null"/> if the host has no <c>stat</c>.</summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The target of a symbolic link, as it is written in the link.</summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LinkTarget { get; init; }

    /// <summary>
    /// The SHA-256 of the content, in lower-case hexadecimal; <see langword="null"/> unless <see cref="Stat.Checksum"/> is set and this is a regular file.
    /// </summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Checksum { get; init; }

    /// <summary>How many names the file has (hard links).</summary>
    internal long Links { get; init; } = 1;

    /// <summary>How many bytes the file occupies on the disk; <see langword="null"/> if the host cannot report it.</summary>
    internal long? Allocated { get; init; }
}
