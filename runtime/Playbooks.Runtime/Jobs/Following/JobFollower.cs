using System.Security.Cryptography;
using Playbooks.Connections;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Jobs.Following;

/// <summary>
/// Reads the output of the jobs of one user on one host while they run. One round trip reads the output of all jobs: normally at most once a second, and
/// again at once if there was more output. A lost connection is made again with growing pauses, and reading continues at the same place. Only one answer is
/// in memory at a time, about one MiB.
/// </summary>
internal sealed class JobFollower : IAsyncDisposable
{
    private const int DirectoryIsGone = 66;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(15);

    // How long a host may stay unreachable after the end of a job before the rest of the output is given up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Func<string, CancellationToken, Task<ScriptOutcome>> _run;
    private readonly string _directory;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<FollowedJob> _jobs = [];
    private readonly CancellationTokenSource _closing = new();
    private TaskCompletionSource _awake = NewAwake();
    private List<FollowedStream> _passedOver = [];
    private Task? _serving;

    /// <summary>Creates a follower. Nothing is sent yet.</summary>
    /// <param name="run">Runs a script as the user of the jobs.</param>
    /// <param name="directory">The directory for jobs.</param>
    /// <param name="time">The clock.</param>
    internal JobFollower(Func<string, CancellationToken, Task<ScriptOutcome>> run, string directory, TimeProvider time)
    {
        _run = run;
        _directory = directory;
        _time = time;
    }

    /// <summary>Starts to follow a job, from the given positions in its streams.</summary>
    internal FollowedJob Follow(JobHandle job, Action<JobChunk> take, long stdout = 0, long stderr = 0)
    {
        var followed = new FollowedJob(job, take, Wake)
        {
            [StreamName.Stdout] = stdout,
            [StreamName.Stderr] = stderr,
        };
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            _jobs.Add(followed);
            _serving ??= ServeAsync();
            if (_jobs.Count == 1)
            {
                _awake.TrySetResult();
            }
        }

        return followed;
    }

    /// <summary>Stops following all jobs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        await _closing.CancelAsync().ConfigureAwait(false);
        if (_serving is not null)
        {
            await _serving.ConfigureAwait(false);
        }

        foreach (var job in Jobs())
        {
            job.GiveUp();
        }

        _closing.Dispose();
    }

    private static TaskCompletionSource NewAwake() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Wake()
    {
        lock (_gate)
        {
            _awake.TrySetResult();
        }
    }

    private List<FollowedJob> Jobs()
    {
        lock (_gate)
        {
            return [.. _jobs];
        }
    }

    private async Task ServeAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            while (true)
            {
                var awake = Sleep();
                var jobs = Jobs();
                var hasMore = await ReadMendingAsync(jobs).ConfigureAwait(false);
                if (!hasMore)
                {
                    var next = Jobs().Count == 0 ? Task.Delay(Timeout.InfiniteTimeSpan, _time, _closing.Token) : Task.Delay(Interval, _time, _closing.Token);
                    await (await Task.WhenAny(awake, next).ConfigureAwait(false)).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // No job is followed any more.
        }
    }

    // A request that comes after this point is noticed after the next read.
    private Task Sleep()
    {
        lock (_gate)
        {
            if (_awake.Task.IsCompleted)
            {
                _awake = NewAwake();
            }

            return _awake.Task;
        }
    }

    private async Task<bool> ReadMendingAsync(List<FollowedJob> jobs)
    {
        var delay = Interval;
        var begun = _time.GetTimestamp();
        while (jobs.Count > 0)
        {
            try
            {
                return await ReadAsync(jobs).ConfigureAwait(false);
            }
            catch (UnreachableException lost) when (lost.IsTransient)
            {
                if (_time.GetElapsedTime(begun) >= Patience)
                {
                    End(jobs.Where(job => job.HasEnded), job => job.Fail(lost));
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !_closing.IsCancellationRequested)
            {
                End(jobs, job => job.Fail(failure));
                return false;
            }

            await Task.Delay(delay, _time, _closing.Token).ConfigureAwait(false);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            jobs = Jobs();
        }

        return false;
    }

    // Reads once. Returns whether there is already more.
    private async Task<bool> ReadAsync(List<FollowedJob> jobs)
    {
        // Streams that had to wait for their turn come before streams that were just read.
        var wanted = _passedOver.Count > 0 ? _passedOver : [.. jobs.SelectMany(FollowedStream.Of)];
        var ended = jobs.Where(job => job.HasEnded && FollowedStream.Of(job).All(wanted.Contains)).ToHashSet();
        var mark = RandomNumberGenerator.GetHexString(32);
        var outcome = await _run(JobScripts.Follow(_directory, mark, wanted), _closing.Token).ConfigureAwait(false);
        if (outcome.Rc == DirectoryIsGone)
        {
            End(jobs, job => job.Complete());
            return false;
        }

        var unfinished = Take(FollowAnswer.Parse(outcome.Output, mark), wanted, ended);
        End(ended.Where(job => !unfinished.Contains(job)), job => job.Complete());
        return unfinished.Count > 0;
    }

    // Delivers what was read. Returns the jobs that have more output.
    private HashSet<FollowedJob> Take(FollowAnswer answer, List<FollowedStream> wanted, HashSet<FollowedJob> ended)
    {
        var streams = wanted.ToDictionary(stream => stream.Name, StringComparer.Ordinal);
        var unfinished = new HashSet<FollowedJob>();
        _passedOver = [];
        foreach (var part in answer.Parts)
        {
            if (!streams.TryGetValue(part.Name, out var asked)
                || part.Block > long.MaxValue / FollowedStream.BlockSize
                || part.Block * FollowedStream.BlockSize > asked.Job[asked.Stream])
            {
                throw HostAnswer.Unreadable("output of jobs", $"{part.Name} from block {part.Block}");
            }

            var (job, stream) = asked;
            if (job.Take(stream, part.Block * FollowedStream.BlockSize, part.Bytes, part.Size, ended.Contains(job)))
            {
                unfinished.Add(job);
                if (part.Bytes.IsEmpty)
                {
                    _passedOver.Add(streams[part.Name]);
                }
            }
        }

        End(answer.Gone.Where(streams.ContainsKey).Select(name => streams[name].Job).Distinct(), job => job.Complete());
        return unfinished;
    }

    private void End(IEnumerable<FollowedJob> jobs, Action<FollowedJob> how)
    {
        foreach (var job in jobs.ToList())
        {
            lock (_gate)
            {
                _jobs.Remove(job);
            }

            _passedOver.RemoveAll(stream => stream.Job == job);

            how(job);
        }
    }
}
