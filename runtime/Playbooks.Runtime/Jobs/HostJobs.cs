using System.Collections.Concurrent;
using System.Globalization;
using Playbooks.Connections;
using Playbooks.Jobs.Following;
using Playbooks.Jobs.Scripts;
using Playbooks.Jobs.Starting;
using Playbooks.Jobs.Waiting;

namespace Playbooks.Jobs;

/// <summary>The jobs on one host, over its connection.</summary>
internal sealed class HostJobs : IHostJobs
{
    private const int DirectoryIsUnsafe = 70;

    // The time that a job may need beyond its limit and grace: until it is killed, has written its end, and that has been read.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    // If a host has been silent for this long, the job is checked, so that a waiting task is told.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    private readonly Host _host;
    private readonly IHostConnection _connection;
    private readonly string _directory;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, JobEnd> _ends = new();
    private readonly ConcurrentDictionary<string, long> _starts = new();
    private readonly ConcurrentDictionary<string, JobWaits> _waits = new();
    private readonly ConcurrentDictionary<(string? User, string Directory), JobFollower> _followers = new();
    private readonly Mending _mending;
    private readonly JobStarter _starter;
    private readonly JobQuestions _questions;
    private volatile bool _answered;

    /// <summary>Creates the object. Nothing is sent yet.</summary>
    /// <param name="host">The host.</param>
    /// <param name="connection">The connection to the host. The caller closes it.</param>
    /// <param name="asyncDirectory">
    /// The directory for jobs on the host; <c>~</c> is the home of the task's user. <see langword="null"/> for <c>~/.playbooks_async</c>.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <exception cref="UsageException">The directory's name cannot be used.</exception>
    internal HostJobs(Host host, IHostConnection connection, string? asyncDirectory, TimeProvider time)
    {
        _host = host;
        _connection = connection;
        _time = time;
        _directory = JobsDirectory.Of(asyncDirectory);
        _mending = new Mending(time);
        _starter = new JobStarter(host, connection, _directory, _mending);
        _questions = new JobQuestions(host, connection, time);
    }

    /// <inheritdoc/>
    public Action<string> Unwatched { get; set; } = static _ => { };

    /// <inheritdoc/>
    public Action<string> Lingers
    {
        get => _starter.Lingers;
        set => _starter.Lingers = value;
    }

    /// <inheritdoc/>
    public async Task<JobHandle> StartAsync(JobSpec job, CancellationToken cancellationToken)
    {
        JobId.Check(job.Id);
        if (job.Limit <= TimeSpan.Zero)
        {
            throw new UsageException(
                string.Create(CultureInfo.InvariantCulture, $"The limit of job {job.Id} is {job.Limit.TotalSeconds} s. The limit must be more than 0 s."));
        }

        var started = await _starter.StartAsync(job, cancellationToken).ConfigureAwait(false);
        _answered = true;
        _starts.TryAdd(started.Id, _time.GetTimestamp());
        return started;
    }

    /// <inheritdoc/>
    public async Task<JobEnd> WaitAsync(JobHandle job, TimeSpan poll, Action<bool>? looked, CancellationToken cancellationToken)
    {
        if (_ends.TryGetValue(Check(job).Id, out var known))
        {
            return known;
        }

        var begun = _starts.GetOrAdd(job.Id, _ => _time.GetTimestamp());
        var longest = job.Limit + job.Grace + Margin;
        var waits = WaitsOf(job.Become);
        using var wait = waits.Begin(job, poll);
        var (looks, silent) = (_time.GetTimestamp(), false);
        while (true)
        {
            var left = longest - _time.GetElapsedTime(begun);
            var rest = Least(poll - _time.GetElapsedTime(looks), LongestSilence);
            try
            {
                rest = left > TimeSpan.Zero ? Least(left, rest) : rest;
                return Remember(job, await wait.End.WaitAsync(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, _time, cancellationToken).ConfigureAwait(false));
            }
            catch (TimeoutException)
            {
                // The host has been silent for that long.
            }

            var overdue = _time.GetElapsedTime(begun) >= longest;
            var wasSilent = silent;
            silent = waits.DownFor >= LongestSilence;
            if (!overdue && (!silent || wasSilent) && _time.GetElapsedTime(looks) < poll)
            {
                continue;
            }

            looks = _time.GetTimestamp();
            switch (await ConfirmAsync(job, overdue, cancellationToken).ConfigureAwait(false))
            {
                case (_, { } end):
                    return end;
                case (JobState.Starting or JobState.Running, _) when overdue:
                    return new JobEnd(
                        JobState.TimedOut,
                        null,
                        null,
                        "the job exceeded its limit, and some of its processes could not be ended",
                        job.Started,
                        _time.GetElapsedTime(begun));
                case (JobState.Starting or JobState.Running, _):
                    looked?.Invoke(true);
                    break;
                case (null, null):
                    looked?.Invoke(false);
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<(JobState State, JobEnd? End)> LookAsync(JobHandle job, CancellationToken cancellationToken)
    {
        if (_ends.TryGetValue(Check(job).Id, out var known))
        {
            return (known.State, known);
        }

        var report = await _questions.LookAsync(job, cancellationToken).ConfigureAwait(false);
        return report.End(job) is { } end ? (end.State, Remember(job, end)) : (report.State, null);
    }

    /// <inheritdoc/>
    public Task<JobOutput> ReadAsync(JobHandle job, int most, CancellationToken cancellationToken) => _questions.ReadAsync(Check(job), most, cancellationToken);

    /// <inheritdoc/>
    public Task<(long Stdout, long Stderr)> MeasureAsync(JobHandle job, CancellationToken cancellationToken) =>
        _questions.MeasureAsync(Check(job), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(JobHandle job, CancellationToken cancellationToken) => _questions.RemoveAsync(Check(job), cancellationToken);

    /// <inheritdoc/>
    public Task<JobOutput> ReadEndAsync(JobHandle job, int most, CancellationToken cancellationToken)
    {
        var left = _starts.TryGetValue(Check(job).Id, out var begun) ? job.Limit - _time.GetElapsedTime(begun) : TimeSpan.Zero;
        return _mending.RunAsync(() => ReadAsync(job, most, cancellationToken), left > Mending.Patience ? left : Mending.Patience, null, cancellationToken);
    }

    /// <inheritdoc/>
    public FollowedJob Follow(JobHandle job, Action<JobChunk> take, long stdout = 0, long stderr = 0) =>
        _followers.GetOrAdd((Check(job).Become, job.Directory[..^(job.Id.Length + 1)]), FollowerOf).Follow(job, take, stdout, stderr);

    /// <inheritdoc/>
    public async Task<JobEnd> CancelAsync(JobHandle job, TimeSpan grace, CancellationToken cancellationToken)
    {
        if (_ends.TryGetValue(Check(job).Id, out var known) && known.State != JobState.Lost)
        {
            return known;
        }

        var report = await _mending.RunAsync(
            () => _questions.CancelAsync(job, grace, cancellationToken), Mending.Patience, null, cancellationToken).ConfigureAwait(false);
        return Remember(job, report.End(job) ?? new JobEnd(
            JobState.Failed, null, null, "the job was cancelled, but some of its processes could not be ended", job.Started, TimeSpan.Zero));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CleanAsync(string? user, TimeSpan olderThan, CancellationToken cancellationToken)
    {
        var script = new ShellScript(JobScripts.Clean(_directory, olderThan)) { User = user, MostOutput = ShellScript.MostOfJobs };
        var outcome = await _connection.RunAsync(script, cancellationToken).ConfigureAwait(false);
        return outcome.Rc == DirectoryIsUnsafe
            ? throw new FormatException($"nothing was removed from {_directory}: {outcome.Stderr.Trim()}")
            : outcome.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Stops waiting for all jobs and following their output. The jobs run on.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var user in _waits.Values)
        {
            await user.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var follower in _followers.Values)
        {
            await follower.DisposeAsync().ConfigureAwait(false);
        }
    }

    // A handle may come from outside, such as from a command line.
    private static JobHandle Check(JobHandle job)
    {
        JobId.Check(job.Id);
        return job;
    }

    // A host that cannot be reached is an error only after the deadline. The same is true for a host that has answered before and refuses now, as hosts do
    // while they start.
    private async Task<(JobState? State, JobEnd? End)> ConfirmAsync(JobHandle job, bool overdue, CancellationToken cancellationToken)
    {
        try
        {
            var found = await LookAsync(job, cancellationToken).ConfigureAwait(false);
            _answered = true;
            return found;
        }
        catch (Exception lost) when (IsPassing(lost))
        {
            return overdue
                ? throw new UnreachableException(
                    _host.Name,
                    $"{_host.Name} could not be reached before the limit of job {job.Id} had passed. " +
                    $"The job may have succeeded; check it with 'jobs show {job.Id}'. ({lost.Message})",
                    lost)
                : (null, null);
        }
    }

    private bool IsPassing(Exception lost) => lost switch
    {
        UnreachableException unreachable => unreachable.IsTransient || _answered,
        BecomeException or FormatException => _answered,
        _ => false,
    };

    private JobWaits WaitsOf(string? user) => _waits.GetOrAdd(
        user ?? "",
        _ => new JobWaits((sink, cancellationToken) => _connection.OpenShellAsync(user, sink, cancellationToken), _time, why => Unwatched(why)));

    private JobFollower FollowerOf((string? User, string Directory) of) => new(
        (script, cancellationToken) => _connection.RunAsync(new ShellScript(script) { User = of.User, MostOutput = ShellScript.MostOfJobs }, cancellationToken),
        of.Directory,
        _time);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private JobEnd Remember(JobHandle job, JobEnd end) => _ends[job.Id] = end;
}
