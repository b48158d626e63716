using Playbooks.Execution.Effects;
using Playbooks.Execution.Outputs;
using Playbooks.Generated;
using Playbooks.Jobs;

namespace Playbooks.Execution.Jobs;

/// <summary>A job that this run has started. The run watches it from <see cref="Watch"/> until its end.</summary>
/// <param name="context">The run.</param>
/// <param name="effect">The effect that started the job.</param>
/// <param name="endpoint">The host on which the job runs, and the host to which its task belongs.</param>
/// <param name="task">The task.</param>
/// <param name="handle">The job on its host.</param>
/// <param name="label">The label of the item; <see langword="null"/> outside of loops.</param>
/// <param name="startAgain">Starts the job again if it was lost.</param>
internal abstract class StartedJob(
    RunContext context, EffectId effect, HostEndpoint endpoint, TaskInfo task, JobHandle handle, string? label, Func<EffectId, Task<JobHandle>> startAgain)
    : StartedWork(task)
{
    /// <summary>Limited, because a job may crash its host each time.</summary>
    private const int MostReruns = 3;

    private readonly SemaphoreSlim _gate = new(1);
    private JobPrints? _prints;
    private Task<JobEnd>? _end;
    private int _waiting;
    private int _rerun;
    private int _cancels;
    private long _startedAt = context.Time.GetTimestamp();

    /// <summary>The job's first id, by which the other hosts know it.</summary>
    internal string FirstId { get; } = effect.JobIdIn(context.Play.RunId);

    /// <summary>The job on its host. Changes if the job was lost and started again.</summary>
    internal JobHandle Handle { get; private set; } = handle;

    internal AsyncInfo Async { get; } = task.Async!;

    internal int? Item => effect.Item;

    internal string? Label => label;

    /// <summary>The host to which the task belongs.</summary>
    internal Host Host => endpoint.Host;

    /// <summary>The host on which the job runs.</summary>
    internal Host Place => endpoint.Place;

    /// <summary>The job's end. Nothing awaits it for a job that is left.</summary>
    internal Task<JobEnd> End => _end ?? throw new InvalidOperationException("The job is not watched yet.");

    /// <summary>Receives the job's result when the job is joined, if nothing waited for it at once. Not called for a cancelled job.</summary>
    internal Action<TaskResult>? Joined { get; set; }

    /// <summary>How the task ended, if it never became a job on the host.</summary>
    internal TaskOutcome? EndedAs { get; private protected init; }

    /// <summary>How the job had ended before it started.</summary>
    internal JobEnd? EndedBefore
    {
        get;
        private protected init
        {
            field = value;
            _end = System.Threading.Tasks.Task.FromResult(value!);
        }
    }

    /// <summary>The file on the controller that receives the job's whole output; <see langword="null"/> if there is none.</summary>
    internal OutputFile? File { get; init; }

    /// <summary>Whether the job's result is never shown or written.</summary>
    internal abstract bool NoLog { get; }

    /// <summary>The job's state, as far as this run knows.</summary>
    internal JobState LastKnown => CancelledEnd?.State ?? (End.IsCompletedSuccessfully ? End.Result.State : JobState.Running);

    internal override AtEnd AtEnd => Async.AtEnd;

    internal override Task Ending => End;

    internal override bool HasEnded => CancelledEnd is not null || End.IsCompleted;

    private protected RunContext Context => context;

    private protected HostEndpoint Endpoint => endpoint;

    /// <summary>The job's end, as this run's cancellation found or caused it.</summary>
    private protected JobEnd? CancelledEnd { get; private set; }

    /// <summary>Starts to watch the job.</summary>
    internal void Watch() => _end = WatchAsync();

    /// <summary>Receives the job's output, if the run or the task asks for it. A job that ended in an earlier run prints nothing more.</summary>
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

    /// <summary>Marks, until the returned object is disposed, that somebody waits for the job. Checks of the job are then reported.</summary>
    internal IDisposable Waiting()
    {
        Interlocked.Increment(ref _waiting);
        return new WaitingScope(this);
    }

    /// <summary>Waits for the end, reads the output, and checks it as the job's task specifies. Later calls return the same result.</summary>
    /// <param name="isAsked">Whether a task reports the outcome next.</param>
    internal abstract Task<TaskResult> JoinResultAsync(bool isAsked = false);

    /// <summary>Ends the job, and returns when it is gone. Later calls return at once.</summary>
    /// <param name="isAsked">Whether a task reports the outcome next.</param>
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

    /// <summary>Checks the job once. A job that is about to start again counts as running.</summary>
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

    /// <summary>Returns the id of an effect on the job in its current run.</summary>
    private protected EffectId IdOf(EffectKind kind) => effect with { Kind = kind, Rerun = _rerun };

    /// <summary>Ends all of the job on its host.</summary>
    private protected Task<JobEnd> EndOnHostAsync(CancellationToken cancellationToken) =>
        endpoint.Jobs.CancelAsync(Handle, TimeSpan.FromSeconds(Async.Grace), cancellationToken);

    /// <summary>Reports the rest of the job's output.</summary>
    private protected Task DrainAsync() => _prints?.DrainAsync() ?? System.Threading.Tasks.Task.CompletedTask;

    /// <summary>Removes the job's directory. Returns the reason if that fails, else <see langword="null"/>.</summary>
    private protected async Task<string?> RemoveAsync()
    {
        try
        {
            await endpoint.Jobs.RemoveAsync(Handle, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception thrown) when (thrown is IOException or UnreachableException or BecomeException)
        {
            return $"{Handle.Directory} could not be removed from {Place.Name}: {thrown.Message}";
        }
    }

    /// <summary>Waits for the end. If the task asks for it, a lost job is ended completely and started again.</summary>
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

    // The age of a job that another process has started depends on its host's clock.
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
