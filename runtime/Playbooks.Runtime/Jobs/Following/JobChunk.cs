namespace Playbooks.Jobs.Following;

/// <summary>A part of what a job printed.</summary>
/// <param name="Stream">Where.</param>
/// <param name="Offset">Where in the stream it begins, in bytes.</param>
/// <param name="Bytes">The part.</param>
internal sealed record JobChunk(StreamName Stream, long Offset, ReadOnlyMemory<byte> Bytes);
