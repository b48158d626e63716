using System.Text.Json.Serialization;
using Playbooks.Language.Results;

namespace Playbooks;

/// <summary>What there is at a path.</summary>
public sealed record StatResult : TaskResult
{
    /// <summary>Whether there is anything. If not, all else is empty.</summary>
    public bool Exists { get; init; }

    /// <summary>Whether it is a directory.</summary>
    [WrittenIf(nameof(Exists))]
    public bool IsDirectory { get; init; }

    /// <summary>Whether it is a regular file.</summary>
    [WrittenIf(nameof(Exists))]
    public bool IsRegular { get; init; }

    /// <summary>Whether it is a symbolic link; never with <see cref="Stat.Follow"/>.</summary>
    [WrittenIf(nameof(Exists))]
    public bool IsLink { get; init; }

    /// <summary>The size in bytes.</summary>
    [WrittenIf(nameof(Exists))]
    public long Size { get; init; }

    /// <summary>The permissions in octal, as <c>chmod</c> takes them: <c>0644</c>, <c>04755</c>.</summary>
    [WrittenIf(nameof(Exists))]
    public string? Mode { get; init; }

    /// <summary>The owner's name, or number if it has none.</summary>
    [WrittenIf(nameof(Exists))]
    public string? Owner { get; init; }

    /// <summary>The group's name, or number if it has none.</summary>
    [WrittenIf(nameof(Exists))]
    public string? Group { get; init; }

    /// <summary>The owner's number.</summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Uid { get; init; }

    /// <summary>The group's number.</summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Gid { get; init; }

    /// <summary>When its content was last changed; <see langword="null"/> where the host cannot tell (it has no <c>stat</c>).</summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Where the link leads, as it is written in the link.</summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LinkTarget { get; init; }

    /// <summary>The SHA-256 of the content in lower-case hexadecimal, where it was asked for and this is a regular file.</summary>
    [WrittenIf(nameof(Exists))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Checksum { get; init; }

    /// <summary>How many names the file has (hard links).</summary>
    internal long Links { get; init; } = 1;

    /// <summary>How many bytes it takes up on the disk; <see langword="null"/> where the host cannot tell.</summary>
    internal long? Allocated { get; init; }
}
