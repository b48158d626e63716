using Playbooks.Generated;

namespace Playbooks;

/// <summary>
/// A job has printed something: the next bytes of one of its streams, without gaps or repetitions. A character in UTF-8 is never split between two events. Only
/// runs that report the output of jobs have this event (<c>-v</c>).
/// </summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="JobId">The id of the job.</param>
/// <param name="Stream">The stream to which the job printed.</param>
/// <param name="Offset">The position of the bytes in the stream, in bytes from its beginning.</param>
/// <param name="Bytes">The bytes: at least one, and at most 1 MiB.</param>
public sealed record JobPrinted(TaskInfo Task, Host Host, string JobId, StreamName Stream, long Offset, ReadOnlyMemory<byte> Bytes)
    : TaskEvent(Task, Host);
