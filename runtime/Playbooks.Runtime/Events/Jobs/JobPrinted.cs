using Playbooks.Generated;

namespace Playbooks;

/// <summary>
/// A job has printed something: the next bytes of one of its streams, without a gap and without a repetition. A character of UTF-8
/// is never cut, except by the job's end. Told while jobs are followed, see <see cref="RunOptions.FollowJobs"/>.
/// </summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="JobId">The job's id.</param>
/// <param name="Stream">Where it printed.</param>
/// <param name="Offset">Where in the stream the bytes are, in bytes from its beginning.</param>
/// <param name="Bytes">What it printed; at least one byte, and at most 1 MiB.</param>
public sealed record JobPrinted(TaskInfo Task, Host Host, string JobId, StreamName Stream, long Offset, ReadOnlyMemory<byte> Bytes)
    : TaskEvent(Task, Host);
