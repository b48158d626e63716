

using Playbooks.Jobs.Following;

namespace Playbooks.Jobs;

/// <summary>The last lines of a job's output, and the output that follows them.</summary>
internal sealed class JobTail
{
    /// <summary>The number of lines that stands for the whole output.</summary>
    internal const int All = int.MaxValue;

    // One KiB is read for each line, but no more than this in total.
    private const long Most = 1024 * 1024;
    private const long Least = 64 * 1024;

    private readonly IHostJobs _jobs;
    private readonly JobHandle _job;
    private readonly int _lines;
    private readonly Action<JobChunk> _take;
    private readonly Dictionary<StreamName, (long Until, List<JobChunk> Parts)> _held = [];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool _isOver;

    private JobTail(IHostJobs jobs, JobHandle job, int lines, Action<JobChunk> take)
    {
        _jobs = jobs;
        _job = job;
        _lines = lines;
        _take = take;
    }

    /// <summary>Reads the last lines of both streams.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    internal static Task GiveAsync(IHostJobs jobs, JobHandle job, int lines, Action<JobChunk> take, CancellationToken cancellationToken) =>
        new JobTail(jobs, job, lines, take).GiveAsync(cancellationToken);

    /// <summary>Reads the last lines of both streams, and what follows them until the job's end.</summary>
    /// <exception cref="UnreachableException">The host could not be reached until the job's limit.</exception>
    internal static Task FollowAsync(IHostJobs jobs, JobHandle job, int lines, TimeSpan poll, Action<JobChunk> take, CancellationToken cancellationToken) =>
        new JobTail(jobs, job, lines, take).FollowAsync(poll, cancellationToken);

    private async Task GiveAsync(CancellationToken cancellationToken)
    {
        var followed = await BeginAsync(cancellationToken).ConfigureAwait(false);
        var first = await Task.WhenAny(_begun.Task, followed.DrainAsync()).WaitAsync(cancellationToken).ConfigureAwait(false);
        _isOver = first == _begun.Task;
        await first.ConfigureAwait(false);
        Release();
    }

    private async Task FollowAsync(TimeSpan poll, CancellationToken cancellationToken)
    {
        var followed = await BeginAsync(cancellationToken).ConfigureAwait(false);
        await _jobs.WaitAsync(_job, poll, looked: null, cancellationToken).ConfigureAwait(false);
        await followed.DrainAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        Release();
    }

    private async Task<FollowedJob> BeginAsync(CancellationToken cancellationToken)
    {
        if (_lines == All)
        {
            return _jobs.Follow(_job, _take);
        }

        var (stdout, stderr) = await _jobs.MeasureAsync(_job, cancellationToken).ConfigureAwait(false);
        Hold(StreamName.Stdout, stdout);
        Hold(StreamName.Stderr, stderr);
        var window = Math.Clamp(_lines * 1024L, Least, Most);
        return _jobs.Follow(_job, Take, Math.Max(0, stdout - window), Math.Max(0, stderr - window));
    }

    private void Hold(StreamName stream, long size)
    {
        if (size > 0)
        {
            _held[stream] = (size, []);
        }

        if (_held.Count == 0 && stream == StreamName.Stderr)
        {
            _begun.TrySetResult();
        }
    }

    private void Take(JobChunk chunk)
    {
        if (!_held.TryGetValue(chunk.Stream, out var held))
        {
            if (!_isOver)
            {
                _take(chunk);
            }

            return;
        }

        held.Parts.Add(chunk);
        if (chunk.Offset + chunk.Bytes.Length >= held.Until)
        {
            Release(chunk.Stream);
        }
    }

    // A file that has shrunk since it was measured never reaches that size.
    private void Release()
    {
        foreach (var stream in _held.Keys.ToList())
        {
            Release(stream);
        }
    }

    private void Release(StreamName stream)
    {
        _held.Remove(stream, out var held);
        if (held.Parts is [var first, ..])
        {
            var bytes = held.Parts.SelectMany(part => part.Bytes.ToArray()).ToArray();
            var from = LastLines(bytes, (int)Math.Clamp(held.Until - first.Offset, 0, bytes.Length));
            if (from < bytes.Length)
            {
                _take(new JobChunk(stream, first.Offset + from, bytes.AsMemory(from)));
            }
        }

        if (_held.Count == 0)
        {
            _begun.TrySetResult();
        }
    }

    // Returns where the last lines before an end begin. A line end at that end begins no further line.
    private int LastLines(ReadOnlySpan<byte> bytes, int end)
    {
        var from = end;
        for (var line = 0; line < _lines && from > 0; line++)
        {
            from = bytes[..(from - 1)].LastIndexOf((byte)'\n') + 1;
        }

        return from;
    }
}
