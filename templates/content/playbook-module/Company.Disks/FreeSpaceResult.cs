using Playbooks;

namespace Company.Disks;

/// <summary>The result of <see cref="FreeSpace"/>.</summary>
public sealed record FreeSpaceResult : TaskResult
{
    /// <summary>The free space, in KiB.</summary>
    public long Free { get; init; }
}
