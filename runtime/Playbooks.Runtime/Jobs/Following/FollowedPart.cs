namespace Playbooks.Jobs.Following;

/// <summary>What a host has read of a stream that has grown.</summary>
/// <param name="Name">The stream's file.</param>
/// <param name="Block">The position at which the read began, in blocks of 4096 bytes.</param>
/// <param name="Size">The length of the stream before the read, in bytes.</param>
/// <param name="Bytes">The bytes; empty if the stream had to wait for its turn.</param>
internal sealed record FollowedPart(string Name, long Block, long Size, ReadOnlyMemory<byte> Bytes);
