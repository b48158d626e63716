using Playbooks;

namespace Company.Disks;

/// <summary>Fails the host if too little space is free.</summary>
/// <param name="Path">A path on the file system to check.</param>
/// <param name="Least">The least free space, in KiB.</param>
[Block]
public partial record EnoughSpace(string Path, long Least)
{
    /// <summary>How much is free.</summary>
    public FreeSpace Space => new(Path);

    /// <summary>Fails if that is less than <see cref="Least"/>.</summary>
    public Require Enough(FreeSpaceResult space) => new(space.Free >= Least);
}
