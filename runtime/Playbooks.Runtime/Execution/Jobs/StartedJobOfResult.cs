using Playbooks.Execution.Effects;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;
using Playbooks.Jobs;

namespace Playbooks.Execution.Jobs;

/// <summary>A job that this run has started, with the module that reads its result.</summary>
internal sealed class StartedJob<TResult>(
    RunContext context,
    EffectId effect,
    HostEndpoint endpoint,
    TaskInfo task,
    ScriptModule<TResult> module,
    JobHandle handle,
    Func<EffectId, Task<JobHandle>> startAgain)
    : StartedJob(context, effect, endpoint, task, handle, module.Label, startAgain), IJob<TResult>
    where TResult : TaskResult
{
    private readonly Lock _gate = new();
    private Task<TResult>? _joined;
    private TResult? _result;
    private int _reads;

    /// <summary>
    /// Creates a job for an outcome that is not that of a job: one predicted in check mode, or one of a task in the foreground. The job has ended and has no
    /// directory on the host.
    /// </summary>
    internal static StartedJob<TResult> Ended(
        RunContext context, EffectId effect, HostEndpoint endpoint, TaskInfo task, ScriptModule<TResult> module, TResult result, string? user, int askers) =>
        new(
            context,
            effect,
            endpoint,
            task,
            module,
            new JobHandle(effect.JobIdIn(context.Play.RunId), endpoint.Place.Name, user ?? "", Directory: "", result.Started, Limit: TimeSpan.Zero),
            _ => throw new InvalidOperationException("The task was predicted or ran in the foreground, so it has no job that can be started."))
        {
            EndedBefore = new JobEnd(
                result.Failed ? JobState.Failed : JobState.Succeeded, Rc: null, Signal: null, result.Message, result.Started, result.Duration),
            Askers = askers,
            EndedAs = Verdict.Outcome(task, result),
            _result = result,
        };

    string IJob<TResult>.Id => Handle.Id;

    string IJob<TResult>.Host => Handle.Host;

    string IJob<TResult>.User => Handle.User;

    string IJob<TResult>.Directory => Handle.Directory;

    DateTimeOffset IJob<TResult>.Started => Handle.Started;

    TimeSpan IJob<TResult>.Limit => Handle.Limit;

    string? IJob<TResult>.Label => Label;

    bool IJob<TResult>.HasEnded => HasEnded;

    bool IJob<TResult>.NoLog => NoLog;

    JobState IJob<TResult>.LastKnown => LastKnown;

    TResult IJob<TResult>.FailedResult(string message) => module.FailedResult(message);

    /// <inheritdoc cref="StartedJob.JoinResultAsync"/>
    internal Task<TResult> JoinAsync(bool isAsked = false)
    {
        lock (_gate)
        {
            // A result that could not be read may be readable later.
            return _joined is null or { IsFaulted: true } ? _joined = JoinOnceAsync(isAsked) : _joined;
        }
    }

    internal override bool NoLog => Task.NoLog || module.NoLog;

    internal override async Task<TaskResult> JoinResultAsync(bool isAsked = false) => await JoinAsync(isAsked).ConfigureAwait(false);

    /// <summary>Reads the result as soon as the job has ended: its host does not keep the output for long.</summary>
    internal async Task JoinAtEndAsync()
    {
        await ((Task)End).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (End.IsCompletedSuccessfully && (await End.ConfigureAwait(false)).State != JobState.Cancelled)
        {
            await ((Task)JoinAsync()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Creates the result of a wait that has given up while the job runs on.</summary>
    internal TResult GaveUp(string message)
    {
        var result = module.Parse(new ScriptOutcome
        {
            State = JobState.Running,
            Reason = message,
            Started = Handle.Started,
            Duration = Describe(JobState.Running).Elapsed,
        });
        return (TResult)((TaskResult)result with
        {
            Failed = true,
            Changed = false,
            GaveUp = true,
            Message = message,
            Label = Label,
            Started = Handle.Started,
            Duration = Describe(JobState.Running).Elapsed,
        });
    }

    /// <summary>
    /// Reads the result, unless it was predicted. If the host to which the job was delegated is unreachable, the job fails; the host to which its task
    /// belongs does not count as unreachable.
    /// </summary>
    private async Task<TResult> JoinOnceAsync(bool isAsked)
    {
        try
        {
            var result = _result ?? await ReadEndAsync(isAsked).ConfigureAwait(false);
            if (!isAsked)
            {
                Context.Output.Keep(result, isAsked: Askers > 0);
            }

            if (Async.Poll == 0 && CancelledEnd?.State != JobState.Cancelled)
            {
                Joined?.Invoke(result);
            }

            return result;
        }
        catch (UnreachableException lost) when (Endpoint.IsDelegated && !Task.IgnoreUnreachable)
        {
            return LostWith(lost, isAsked);
        }
    }

    private TResult LostWith(UnreachableException lost, bool isAsked)
    {
        var job = Describe(JobState.Lost);
        var duration = job.Elapsed;
        var result = module.Parse(new ScriptOutcome
        {
            State = JobState.Lost,
            Reason = $"the job ran on {Place.Name}, which is unreachable: {lost.Message}",
            Started = Handle.Started,
            Duration = duration,
        });
        result = Verdict.Judge(
            Task,
            module,
            (TResult)((TaskResult)result with
            {
                Job = job,
                Started = Handle.Started,
                Ended = Handle.Started + duration,
                Duration = duration,
                IsHidden = NoLog
            }));
        TellEnd(job, result, isAsked);
        return result;
    }

    private async Task<TResult> ReadEndAsync(bool isAsked)
    {
        var end = CancelledEnd ?? await End.ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        var result = await Context.Effects.RunAsync(
            IdOf(EffectKind.JobResult) with { Again = _reads++ }, () => ReadAsync(end), CancellationToken.None).ConfigureAwait(false);
        TellEnd(Describe(end), result, isAsked);
        return result;
    }

    private async Task<TResult> ReadAsync(JobEnd end)
    {
        var output = await Endpoint.Jobs.ReadEndAsync(Handle, module.MostOutput, CancellationToken.None).ConfigureAwait(false);
        var result = module.Parse(new ScriptOutcome
        {
            Rc = end.Rc,
            Signal = end.Signal,
            State = end.State,
            Reason = end.Reason,
            Stdout = output.Stdout,
            Stderr = output.Stderr,
            Truncated = output.Truncated,
            WasSkipped = end.WasSkipped,
            Started = end.Started,
            Duration = end.Duration,
        });
        result = (TResult)((TaskResult)result with
        {
            Job = Describe(end),
            Started = end.Started,
            Ended = end.Started + end.Duration,
            Duration = end.Duration,
            Message = WithOutput(result.Message, output),
        });
        result = CancelledEnd?.State == JobState.Cancelled
            ? (TResult)((TaskResult)result with { Failed = false, Changed = true, Label = Label })
            : Verdict.Judge(Task, module, result);
        result = HiddenResult.Quieted(File is null ? result : File.Finish(result), NoLog);
        if (end is { State: JobState.Lost, WasDeleted: false })
        {
            await EndOnHostAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return IsRemoved(output.Truncated) && await RemoveAsync().ConfigureAwait(false) is { } left
            ? (TResult)((TaskResult)result with { Message = Also(result.Message, left) })
            : result;
    }

    private void TellEnd(JobInfo job, TResult result, bool isAsked) =>
        Context.Events.Tell(new JobFinished(Task, Host, job, Verdict.Outcome(Task, result), result)
        {
            Item = Item,
            Label = Label,
            IsAsked = isAsked,
        });

    /// <summary>A job's directory stays if it may still be needed: several waits may use a job with a key.</summary>
    private bool IsRemoved(bool truncated) => Async.Key is null && !Async.Keep && (NoLog || !truncated);

    private string? WithOutput(string? message, JobOutput output)
    {
        message = output.Truncated ? Truncated(message) : output.IsGone ? Also(message, $"the job's output no longer exists on {Place.Name}") : message;
        return output.HadNoRoom ? Also(message, $"the disk of {Place.Name} was full when the job ended; parts of its output may be missing") : message;
    }

    private string Truncated(string? message) =>
        $"{message}{(message is null ? "" : ", ")}" +
        $"{(NoLog ? "the rest of the output is not kept" : $"the whole output is in {Handle.Directory} on {Place.Name}")}";

    private static string Also(string? message, string more) => $"{message}{(message is null ? "" : "; ")}{more}";
}
