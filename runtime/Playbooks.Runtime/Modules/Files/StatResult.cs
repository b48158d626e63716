using System.Text.Json;

namespace Playbooks;

/// <summary>What there is at a path.</summary>
public sealed record StatResult : TaskResult
{
    /// <summary>Whether there is anything. If not, all else is empty.</summary>
    public bool Exists { get; init; }

    /// <summary>Whether it is a directory.</summary>
    public bool IsDirectory { get; init; }

    /// <summary>Whether it is a regular file.</summary>
    public bool IsRegular { get; init; }

    /// <summary>Whether it is a symbolic link; never with <see cref="Stat.Follow"/>.</summary>
    public bool IsLink { get; init; }

    /// <summary>The size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The permissions in octal, as <c>chmod</c> takes them: <c>0644</c>, <c>04755</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>The owner's name, or number if it has none.</summary>
    public string? Owner { get; init; }

    /// <summary>The group's name, or number if it has none.</summary>
    public string? Group { get; init; }

    /// <summary>The owner's number.</summary>
    public long? Uid { get; init; }

    /// <summary>The group's number.</summary>
    public long? Gid { get; init; }

    /// <summary>When its content was last changed; <see langword="null"/> where the host cannot tell (it has no <c>stat</c>).</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Where the link leads, as it is written in the link.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>The SHA-256 of the content in lower-case hexadecimal, where it was asked for and this is a regular file.</summary>
    public string? Checksum { get; init; }

    /// <summary>How many names the file has (hard links).</summary>
    internal long Links { get; init; } = 1;

    /// <summary>How many bytes it takes up on the disk; <see langword="null"/> where the host cannot tell.</summary>
    internal long? Allocated { get; init; }

    /// <inheritdoc/>
    public override void WriteProperties(Utf8JsonWriter writer)
    {
        base.WriteProperties(writer);
        writer.WriteBoolean("exists", Exists);
        if (!Exists)
        {
            return;
        }

        writer.WriteBoolean("isDirectory", IsDirectory);
        writer.WriteBoolean("isRegular", IsRegular);
        writer.WriteBoolean("isLink", IsLink);
        writer.WriteNumber("size", Size);
        writer.WriteString("mode", Mode);
        writer.WriteString("owner", Owner);
        writer.WriteString("group", Group);
        if (Uid is { } uid)
        {
            writer.WriteNumber("uid", uid);
        }

        if (Gid is { } gid)
        {
            writer.WriteNumber("gid", gid);
        }

        if (Modified is { } modified)
        {
            writer.WriteString("modified", modified.UtcDateTime);
        }

        if (LinkTarget is not null)
        {
            writer.WriteString("linkTarget", LinkTarget);
        }

        if (Checksum is not null)
        {
            writer.WriteString("checksum", Checksum);
        }
    }
}
