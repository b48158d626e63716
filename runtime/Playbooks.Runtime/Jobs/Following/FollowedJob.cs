namespace Playbooks.Jobs.Following;

/// <summary>A job whose output is followed: how far it was read, and where the output goes.</summary>
/// <param name="job">The job.</param>
/// <param name="take">Receives each chunk, one after the other.</param>
/// <param name="wake">Requests that the output is read at once.</param>
internal sealed class FollowedJob(JobHandle job, Action<JobChunk> take, Action wake)
{
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long[] _offsets = new long[2];
    private volatile bool _hasEnded;

    internal string Id => job.Id;

    /// <summary>Whether the job is known to have ended, so that a read that begins now finds all output.</summary>
    internal bool HasEnded => _hasEnded;

    /// <summary>How far a stream was read, in bytes.</summary>
    internal long this[StreamName stream]
    {
        get => _offsets[(int)stream];
        set => _offsets[(int)stream] = value;
    }

    /// <summary>Reads the remaining output of a job that has ended.</summary>
    /// <exception cref="UnreachableException">The host could not be reached, or its connection was lost.</exception>
    internal Task DrainAsync()
    {
        _hasEnded = true;
        wake();
        return _drained.Task;
    }

    /// <summary>Takes what was read from the beginning of a block.</summary>
    /// <returns>Whether there is more to read.</returns>
    internal bool Take(StreamName stream, long from, ReadOnlyMemory<byte> bytes, long size, bool isAll)
    {
        var known = this[stream];
        var news = bytes.Length > known - from ? bytes[(int)(known - from)..] : default;
        var next = known + news.Length;
        if (!isAll || next < size)
        {
            // The rest of an incomplete character comes with the next chunk.
            news = news[..^Utf8Tail.Incomplete(news.Span)];
        }

        if (!news.IsEmpty)
        {
            take(new JobChunk(stream, known, news));
            this[stream] = known + news.Length;
        }

        return next < size;
    }

    internal void Complete() => _drained.TrySetResult();

    internal void Fail(Exception failure) => _drained.TrySetException(failure);

    internal void GiveUp() => _drained.TrySetCanceled();
}
