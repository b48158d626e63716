
using Playbooks.Execution.Outputs;
using Playbooks.Jobs;
using Playbooks.Jobs.Following;

namespace Playbooks.Execution.Jobs;

/// <summary>A job that this run has started, watched until its end.</summary>
internal abstract class StartedJob : StartedWork
{
    /// <summary>A job that takes its host down each time must not do so for ever.</summary>
    private const int MostReruns = 3;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Func<int, Task<JobHandle>> _startAgain;
    private readonly JobEnd? _ended;
    private FollowedJob? _followed;
    private int _waiting;
    private long _startedAt;

    private protected StartedJob(
        RunContext context,
        HostEndpoint endpoint,
        TaskInfo task,
        JobHandle handle,
        int? item,
        string? label,
        Func<int, Task<JobHandle>> startAgain,
        JobEnd? ended)
        : base(task)
    {
        _startAgain = startAgain;
        Context = context;
        Endpoint = endpoint;
        Handle = handle;
        Item = item;
        Label = label;
        Async = task.Async!;
        _startedAt = context.Time.GetTimestamp();
        _ended = ended;
        End = ended is null ? WatchAsync() : System.Threading.Tasks.Task.FromResult(ended);
    }

    /// <summary>Where it is; another place once it was lost and started again.</summary>
    internal JobHandle Handle { get; private set; }

    internal AsyncInfo Async { get; }

    internal int? Item { get; }

    internal string? Label { get; }

    /// <summary>The host whose task it is.</summary>
    internal Host Host => Endpoint.Host;

    /// <summary>The host on which it runs.</summary>
    internal Host Place => Endpoint.Place;

    /// <summary>The job's end. Never observed for a job that is left.</summary>
    internal Task<JobEnd> End { get; }

    /// <summary>Takes what it gave when it is joined, where nobody waited for it at once; not where it was cancelled.</summary>
    internal Action<TaskResult>? Joined { get; set; }

    /// <summary>How its task ended, where it never was a job on the host.</summary>
    internal TaskOutcome? EndedAs { get; private protected init; }

    /// <summary>What takes its whole output on the machine that runs the playbook.</summary>
    internal OutputFile? File { get; init; }

    /// <summary>Whether nothing of what it gives is shown or written.</summary>
    internal abstract bool NoLog { get; }

    /// <summary>Its state, as far as this run has heard.</summary>
    internal JobState LastKnown => CancelledEnd?.State ?? (End.IsCompletedSuccessfully ? End.Result.State : JobState.Running);

    internal override AtEnd AtEnd => Async.AtEnd;

    internal override Task Ending => End;

    internal override bool HasEnded => CancelledEnd is not null || End.IsCompleted;

    private protected RunContext Context { get; }

    private protected HostEndpoint Endpoint { get; }

    /// <summary>The end that our cancelling found or made.</summary>
    private protected JobEnd? CancelledEnd { get; private set; }

    internal JobInfo Describe(JobState state) => new(Handle.Id, state, Handle.Limit)
    {
        Directory = Handle.Directory,
        Elapsed = Handle.IsAttached ? RunsFor() : Context.Time.GetElapsedTime(_startedAt),
    };

    internal JobInfo Describe(JobEnd end) => Describe(end.State) with { Elapsed = end.Duration };

    /// <summary>Takes what it prints from now on, where the run or the task wants that.</summary>
    internal void Follow()
    {
        var isTold = Context.FollowJobs && !NoLog;
        if (isTold || File is not null)
        {
            File?.Clear();
            _followed = Endpoint.Jobs.Follow(Handle, chunk => Take(chunk, isTold));
        }
    }

    private void Take(JobChunk chunk, bool isTold)
    {
        File?.Take(chunk);
        if (isTold)
        {
            Context.Events.Tell(new JobPrinted(Task, Host, Handle.Id, chunk.Stream, chunk.Offset, chunk.Bytes) { Item = Item, Label = Label });
        }
    }

    /// <summary>Says while it lasts that somebody waits, so that looks are told.</summary>
    internal IDisposable Waiting()
    {
        Interlocked.Increment(ref _waiting);
        return new WaitingScope(this);
    }

    /// <summary>Waits for the end, reads the output, judges it by the task that started it. Done once; later calls give the same.</summary>
    /// <param name="isAsked">Whether a task tells the outcome next.</param>
    internal abstract Task<TaskResult> JoinResultAsync(bool isAsked = false);

    /// <summary>Ends it, and returns when it is gone; the second time it is.</summary>
    /// <param name="isAsked">Whether a task tells the outcome next.</param>
    internal async Task<TaskResult> CancelAsync(bool isAsked = false)
    {
        if (_ended is not null)
        {
            return await JoinResultAsync(isAsked).ConfigureAwait(false);
        }

        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            CancelledEnd ??= await Endpoint.Jobs
                .CancelAsync(Handle, TimeSpan.FromSeconds(Async.Grace), CancellationToken.None)
                .ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }

        return await JoinResultAsync(isAsked).ConfigureAwait(false);
    }

    /// <summary>Looks once. What is about to be started again runs.</summary>
    internal async Task<JobState> LookAsync(CancellationToken cancellationToken)
    {
        if (_ended is not null)
        {
            return _ended.State;
        }

        var (state, _) = await Endpoint.Jobs.LookAsync(Handle, cancellationToken).ConfigureAwait(false);
        return state == JobState.Lost && Async.OnLost == OnLost.Rerun && !HasEnded ? JobState.Running : state;
    }

    internal Task<JobOutput> TailAsync(int most, CancellationToken cancellationToken) =>
        Endpoint.Jobs.ReadAsync(Handle, most, cancellationToken);

    /// <summary>Tells the rest of what it has printed.</summary>
    private protected Task DrainAsync() => _followed?.DrainAsync() ?? System.Threading.Tasks.Task.CompletedTask;

    /// <summary>Removes its directory; gives why that cannot be done, where it cannot.</summary>
    private protected async Task<string?> RemoveAsync()
    {
        try
        {
            await Endpoint.Jobs.RemoveAsync(Handle, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception thrown) when (thrown is IOException or UnreachableException or BecomeException)
        {
            return $"{Handle.Directory} is left on {Place.Name}: {thrown.Message}";
        }
    }

    /// <summary>Waits for the end. Where the task asks for it, a lost job is ended whole and started again.</summary>
    private async Task<JobEnd> WatchAsync()
    {
        for (var rerun = 1; ; rerun++)
        {
            var end = await Endpoint.Jobs.WaitAsync(Handle, PollInterval(Async), Looked, Context.Watching).ConfigureAwait(false);
            if (end.State != JobState.Lost || end.WasDeleted || Async.OnLost != OnLost.Rerun || rerun > MostReruns)
            {
                return end;
            }

            await _gate.WaitAsync(Context.Watching).ConfigureAwait(false);
            try
            {
                if (CancelledEnd is not null)
                {
                    return end;
                }

                await Endpoint.Jobs.CancelAsync(Handle, TimeSpan.FromSeconds(Async.Grace), Context.Watching).ConfigureAwait(false);
                await DrainAsync().ConfigureAwait(false);
                var left = Async.Keep ? null : await RemoveAsync().ConfigureAwait(false);
                Handle = await _startAgain(rerun).ConfigureAwait(false);
                _startedAt = Context.Time.GetTimestamp();
                Context.Events.Tell(new JobRestarted(Task, Host, Describe(JobState.Running), left is null ? end.Reason! : $"{end.Reason}; {left}") { Item = Item, Label = Label });
                Follow();
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    // What somebody else has started is as old as its host's clock says.
    private TimeSpan RunsFor()
    {
        var elapsed = Context.Time.GetUtcNow() - Handle.Started;
        return elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero;
    }

    /// <summary>The same default as the attribute's, for the looks at a job that is not polled.</summary>
    private static TimeSpan PollInterval(AsyncInfo async) =>
        TimeSpan.FromSeconds(async.Poll > 0 ? async.Poll : Math.Clamp(async.Limit / 2, 1, 15));

    private void Looked(bool answered)
    {
        if (Volatile.Read(ref _waiting) > 0)
        {
            Context.Events.Tell(new JobLooked(Task, Host, Describe(JobState.Running))
            {
                Item = Item,
                Label = Label,
                IsAnswered = answered,
            });
        }
    }

    private sealed class WaitingScope(StartedJob job) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref job._waiting);
    }
}
