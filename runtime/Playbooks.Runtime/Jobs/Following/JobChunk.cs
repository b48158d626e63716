namespace Playbooks.Jobs.Following;

/// <summary>A chunk of a job's output.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Offset">The position of the chunk's first byte in the stream.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record JobChunk(StreamName Stream, long Offset, ReadOnlyMemory<byte> Bytes);
