namespace Playbooks.Jobs.Following;

/// <summary>What a host has read of a stream that has grown.</summary>
/// <param name="Name">The stream's file.</param>
/// <param name="Block">Where the reading began, in blocks of 4096 bytes.</param>
/// <param name="Size">How long the stream was before the reading, in bytes.</param>
/// <param name="Bytes">What was read; nothing where it was not its turn.</param>
internal sealed record FollowedPart(string Name, long Block, long Size, ReadOnlyMemory<byte> Bytes);
