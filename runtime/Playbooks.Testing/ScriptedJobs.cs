using System.Collections.Concurrent;
using System.Text;
using Playbooks.Jobs;
using Playbooks.Jobs.Following;

namespace Playbooks.Testing;

/// <summary>Jobs that end in virtual time, when a test specifies it or at their limit.</summary>
internal sealed class ScriptedJobs(ScriptedHosts hosts, Host host) : IHostJobs
{
    private readonly ConcurrentDictionary<string, ScriptedJob> _jobs = new();
    private readonly ConcurrentDictionary<string, int> _starts = new();

    public Task<JobHandle> StartAsync(JobSpec job, CancellationToken cancellationToken)
    {
        var name = ScriptedConnection.Plain(job.Script);
        var answer = hosts.Answer(host, job.Script);
        if (answer.IsUnreachable)
        {
            throw new UnreachableException(host.Name, "no route to host");
        }

        hosts.Note(host, $"start {name}");
        var timesOut = answer.Takes >= job.Limit;
        var started = hosts.Time.GetUtcNow();
        var takes = timesOut ? job.Limit : answer.Takes;
        var end = timesOut
            ? new JobEnd(JobState.TimedOut, null, null, $"the job reached its limit of {job.Limit.TotalSeconds} s", started, takes)
            : new JobEnd(answer.Rc == 0 ? JobState.Succeeded : JobState.Failed, answer.Rc, null, null, started, takes);
        if (_starts.AddOrUpdate(name, 1, static (_, count) => count + 1) <= answer.Deaths)
        {
            end = new JobEnd(JobState.Lost, null, null, "the host was rebooted", started, takes);
        }

        var output = new JobOutput(answer.Stdout, answer.Stderr, Truncated: false) { HadNoRoom = hosts.HasFullDisks };
        _jobs[job.Id] = new ScriptedJob(name, output, end, hosts.Time, answer.IsLost ? host.Name : null);
        return Task.FromResult(new JobHandle(job.Id, host.Name, job.User ?? "me", $"/jobs/{job.Id}", started, job.Limit));
    }

    public async Task<JobEnd> WaitAsync(JobHandle job, TimeSpan poll, Action<bool>? looked, CancellationToken cancellationToken)
    {
        var ended = _jobs[job.Id].Ended;
        while (true)
        {
            var pause = Task.Delay(poll, hosts.Time, cancellationToken);
            await Task.WhenAny(ended, pause).ConfigureAwait(false);
            if (ended.IsCompleted)
            {
                return await ended.ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            looked?.Invoke(true);
        }
    }

    public async Task<(JobState State, JobEnd? End)> LookAsync(JobHandle job, CancellationToken cancellationToken)
    {
        hosts.Note(host, $"look {_jobs[job.Id].Name}");
        var ended = _jobs[job.Id].Ended;
        return ended.IsCompleted && await ended.ConfigureAwait(false) is var end ? (end.State, end) : (JobState.Running, null);
    }

    public Task<JobOutput> ReadAsync(JobHandle job, int most, CancellationToken cancellationToken) =>
        Task.FromResult(_jobs[job.Id].Output);

    public Task<(long Stdout, long Stderr)> MeasureAsync(JobHandle job, CancellationToken cancellationToken) =>
        Task.FromResult((Bytes(job, StreamName.Stdout).LongLength, Bytes(job, StreamName.Stderr).LongLength));

    public FollowedJob Follow(JobHandle job, Action<JobChunk> take, long stdout = 0, long stderr = 0)
    {
        FollowedJob? followed = null;
        followed = new FollowedJob(job, take, wake: () =>
        {
            followed!.Take(StreamName.Stdout, 0, Bytes(job, StreamName.Stdout), 0, isAll: true);
            followed.Take(StreamName.Stderr, 0, Bytes(job, StreamName.Stderr), 0, isAll: true);
            followed.Complete();
        });
        return followed;
    }

    public Task<JobOutput> ReadEndAsync(JobHandle job, int most, CancellationToken cancellationToken) => ReadAsync(job, most, cancellationToken);

    public Task<JobEnd> CancelAsync(JobHandle job, TimeSpan grace, CancellationToken cancellationToken)
    {
        hosts.Note(host, $"cancel {_jobs[job.Id].Name}");
        _jobs[job.Id].Cancel();
        return _jobs[job.Id].Ended;
    }

    public Task RemoveAsync(JobHandle job, CancellationToken cancellationToken)
    {
        hosts.Note(host, $"remove {_jobs[job.Id].Name}");
        return hosts.KeepsDirectories ? Task.FromException(new IOException("the directory is busy")) : Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> CleanAsync(string? user, TimeSpan olderThan, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(["old"]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private byte[] Bytes(JobHandle job, StreamName stream) =>
        Encoding.UTF8.GetBytes(stream == StreamName.Stdout ? _jobs[job.Id].Output.Stdout : _jobs[job.Id].Output.Stderr);
}
