using Playbooks.Execution.Effects;
using Playbooks.Execution.Outputs;
using Playbooks.Generated;
using Playbooks.Jobs;

namespace Playbooks.Execution.Jobs;

/// <summary>A job that this run has started, watched from <see cref="Watch"/> until its end.</summary>
/// <param name="context">The run.</param>
/// <param name="effect">The effect that started it.</param>
/// <param name="endpoint">The host on which it runs, for the host whose task it is.</param>
/// <param name="task">The task.</param>
/// <param name="handle">Where it is.</param>
/// <param name="label">The label of its item.</param>
/// <param name="startAgain">Starts it again, where it was lost.</param>
internal abstract class StartedJob(
    RunContext context, EffectId effect, HostEndpoint endpoint, TaskInfo task, JobHandle handle, string? label, Func<EffectId, Task<JobHandle>> startAgain)
    : StartedWork(task)
{
    /// <summary>A job that takes its host down each time must not do so for ever.</summary>
    private const int MostReruns = 3;

    private readonly SemaphoreSlim _gate = new(1);
    private JobPrints? _prints;
    private Task<JobEnd>? _end;
    private int _waiting;
    private int _rerun;
    private int _cancels;
    private long _startedAt = context.Time.GetTimestamp();

    /// <summary>Its first id, by which the other hosts know it.</summary>
    internal string FirstId { get; } = effect.JobIdIn(context.Play.RunId);

    /// <summary>Where it is; another place once it was lost and started again.</summary>
    internal JobHandle Handle { get; private set; } = handle;

    internal AsyncInfo Async { get; } = task.Async!;

    internal int? Item => effect.Item;

    internal string? Label => label;

    /// <summary>The host whose task it is.</summary>
    internal Host Host => endpoint.Host;

    /// <summary>The host on which it runs.</summary>
    internal Host Place => endpoint.Place;

    /// <summary>Its end. Never observed for a job that is left.</summary>
    internal Task<JobEnd> End => _end ?? throw new InvalidOperationException("The job is not watched yet.");

    /// <summary>Takes what it gave when it is joined, where nobody waited for it at once; not where it was cancelled.</summary>
    internal Action<TaskResult>? Joined { get; set; }

    /// <summary>How its task ended, where it never was a job on the host.</summary>
    internal TaskOutcome? EndedAs { get; private protected init; }

    /// <summary>How it had ended before it was a job.</summary>
    internal JobEnd? EndedBefore
    {
        get;
        private protected init
        {
            field = value;
            _end = System.Threading.Tasks.Task.FromResult(value!);
        }
    }

    /// <summary>What takes its whole output on the machine that runs the playbook.</summary>
    internal OutputFile? File { get; init; }

    /// <summary>Whether nothing of what it gives is shown or written.</summary>
    internal abstract bool NoLog { get; }

    /// <summary>Its state, as far as this run has heard.</summary>
    internal JobState LastKnown => CancelledEnd?.State ?? (End.IsCompletedSuccessfully ? End.Result.State : JobState.Running);

    internal override AtEnd AtEnd => Async.AtEnd;

    internal override Task Ending => End;

    internal override bool HasEnded => CancelledEnd is not null || End.IsCompleted;

    private protected RunContext Context => context;

    private protected HostEndpoint Endpoint => endpoint;

    /// <summary>The end that our cancelling found or made.</summary>
    private protected JobEnd? CancelledEnd { get; private set; }

    /// <summary>Watches it from now on.</summary>
    internal void Watch() => _end = WatchAsync();

    /// <summary>Takes what it prints, where the run or the task wants that. What has ended in an earlier run prints no more.</summary>
    internal async Task FollowAsync()
    {
        _prints ??= new(context.FollowJobs && !NoLog ? context.Events : null, File, this);
        if (_prints.AreWanted && !await context.Effects.KnowsAsync<JobEnd>(IdOf(EffectKind.JobEnd), context.Watching).ConfigureAwait(false))
        {
            _prints.Follow(endpoint.Jobs);
        }
    }

    internal JobInfo Describe(JobState state) => new(Handle.Id, state, Handle.Limit)
    {
        Directory = Handle.Directory,
        Elapsed = Handle.IsAttached ? RunsFor() : context.Time.GetElapsedTime(_startedAt),
    };

    internal JobInfo Describe(JobEnd end) => Describe(end.State) with { Elapsed = end.Duration };

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
        if (EndedBefore is not null)
        {
            return await JoinResultAsync(isAsked).ConfigureAwait(false);
        }

        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            CancelledEnd ??= await context.Effects.RunAsync(
                IdOf(EffectKind.JobCancel) with { Again = _cancels++ },
                () => EndOnHostAsync(CancellationToken.None),
                CancellationToken.None).ConfigureAwait(false);
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
        if (EndedBefore is not null)
        {
            return EndedBefore.State;
        }

        var (state, _) = await endpoint.Jobs.LookAsync(Handle, cancellationToken).ConfigureAwait(false);
        return state == JobState.Lost && Async.OnLost == OnLost.Rerun && !HasEnded ? JobState.Running : state;
    }

    internal Task<JobOutput> TailAsync(int most, CancellationToken cancellationToken) =>
        endpoint.Jobs.ReadAsync(Handle, most, cancellationToken);

    /// <summary>The id of what is done with the job, as it runs now.</summary>
    private protected EffectId IdOf(EffectKind kind) => effect with { Kind = kind, Rerun = _rerun };

    /// <summary>Ends all of it on its host.</summary>
    private protected Task<JobEnd> EndOnHostAsync(CancellationToken cancellationToken) =>
        endpoint.Jobs.CancelAsync(Handle, TimeSpan.FromSeconds(Async.Grace), cancellationToken);

    /// <summary>Tells the rest of what it has printed.</summary>
    private protected Task DrainAsync() => _prints?.DrainAsync() ?? System.Threading.Tasks.Task.CompletedTask;

    /// <summary>Removes its directory; gives why that cannot be done, where it cannot.</summary>
    private protected async Task<string?> RemoveAsync()
    {
        try
        {
            await endpoint.Jobs.RemoveAsync(Handle, CancellationToken.None).ConfigureAwait(false);
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
        while (true)
        {
            var poll = TimeSpan.FromSeconds(Async.Poll > 0 ? Async.Poll : AsyncDefaults.PollOf(Async.Limit));
            var end = await context.Effects.RunAsync(
                IdOf(EffectKind.JobEnd), () => endpoint.Jobs.WaitAsync(Handle, poll, Looked, context.Watching), context.Watching).ConfigureAwait(false);
            if (end.State != JobState.Lost || end.WasDeleted || Async.OnLost != OnLost.Rerun || _rerun == MostReruns)
            {
                return end;
            }

            await _gate.WaitAsync(context.Watching).ConfigureAwait(false);
            try
            {
                if (CancelledEnd is not null)
                {
                    return end;
                }

                await StartAgainAsync(end).ConfigureAwait(false);
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    private async Task StartAgainAsync(JobEnd end)
    {
        var left = await context.Effects.RunAsync(IdOf(EffectKind.JobCancel) with { Again = _cancels++ }, async () =>
        {
            await EndOnHostAsync(context.Watching).ConfigureAwait(false);
            await DrainAsync().ConfigureAwait(false);
            return Async.Keep ? null : await RemoveAsync().ConfigureAwait(false);
        }, context.Watching).ConfigureAwait(false);
        Handle = await startAgain(effect with { Rerun = _rerun + 1 }).ConfigureAwait(false);
        _rerun++;
        _startedAt = context.Time.GetTimestamp();
        context.Events.Tell(
            new JobRestarted(Task, Host, Describe(JobState.Running), left is null ? end.Reason! : $"{end.Reason}; {left}") { Item = Item, Label = label });
        await FollowAsync().ConfigureAwait(false);
    }

    // What somebody else has started is as old as its host's clock says.
    private TimeSpan RunsFor() => TimeSpan.FromTicks(Math.Max(0, (context.Time.GetUtcNow() - Handle.Started).Ticks));

    private void Looked(bool answered)
    {
        if (Volatile.Read(ref _waiting) > 0)
        {
            context.Events.Tell(new JobLooked(Task, Host, Describe(JobState.Running)) { Item = Item, Label = label, IsAnswered = answered });
        }
    }

    private sealed class WaitingScope(StartedJob job) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref job._waiting);
    }
}
