using Playbooks.Jobs;

namespace Playbooks.Execution;

/// <summary>A job that this run has started, with the module that reads its result.</summary>
internal sealed class StartedJob<TResult>(
    RunContext context,
    HostEndpoint endpoint,
    TaskInfo task,
    ScriptModule<TResult> module,
    JobHandle handle,
    int? item,
    Func<int, Task<JobHandle>> startAgain)
    : StartedJob(context, endpoint, task, handle, item, module.Label, startAgain)
    where TResult : TaskResult
{
    /// <summary>The most of each stream that a result keeps; the whole stays on the host where there was more.</summary>
    private const int MostOutput = 1024 * 1024;

    private readonly Lock _gate = new();
    private Task<TResult>? _joined;

    /// <inheritdoc cref="StartedJob.JoinResultAsync"/>
    internal Task<TResult> JoinAsync()
    {
        lock (_gate)
        {
            return _joined ??= ReadEndAsync();
        }
    }

    internal override bool NoLog => Task.NoLog || module.NoLog;

    internal override async Task<TaskResult> JoinResultAsync() => await JoinAsync().ConfigureAwait(false);

    /// <summary>The result of a wait that has given up while the job goes on.</summary>
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

    private async Task<TResult> ReadEndAsync()
    {
        var end = CancelledEnd ?? await End.ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        var output = await Endpoint.Jobs.ReadAsync(Handle, MostOutput, CancellationToken.None).ConfigureAwait(false);
        var result = module.Parse(new ScriptOutcome
        {
            Rc = end.Rc,
            Signal = end.Signal,
            State = end.State,
            Reason = end.Reason,
            Stdout = output.Stdout,
            Stderr = output.Stderr,
            Started = end.Started,
            Duration = end.Duration,
        });
        result = (TResult)((TaskResult)result with
        {
            Started = end.Started,
            Ended = end.Started + end.Duration,
            Duration = end.Duration,
            Message = output.Truncated ? Truncated(result.Message) : result.Message,
        });
        result = CancelledEnd?.State == JobState.Cancelled
            ? (TResult)((TaskResult)result with { Failed = false, Changed = true, Label = Label })
            : Judge(result);
        result = HiddenResult.Quieted(result, NoLog);
        if (IsRemoved(output.Truncated))
        {
            result = await RemoveAsync(result).ConfigureAwait(false);
        }

        Context.Events.Tell(new JobFinished(Task, Host, Describe(end.State), Verdict.Outcome(Task, result), HiddenResult.Of(result, NoLog))
        {
            Item = Item,
            Label = Label,
        });
        return result;
    }

    /// <summary>What others may still ask for stays: a job with a key may have more than one that waits for it.</summary>
    private bool IsRemoved(bool truncated) => Async.Key is null && !Async.Keep && (NoLog || !truncated);

    /// <summary>A lambda that throws is the failure of the task, which has its result all the same.</summary>
    private TResult Judge(TResult result)
    {
        try
        {
            return Verdict.Judge(Task, module, result);
        }
        catch (UserCodeException thrown)
        {
            return (TResult)((TaskResult)result with { Failed = true, Changed = false, Message = thrown.Message, Label = Label });
        }
    }

    /// <summary>A directory that cannot be removed is said, and changes nothing of what the job gave.</summary>
    private async Task<TResult> RemoveAsync(TResult result)
    {
        try
        {
            await Endpoint.Jobs.RemoveAsync(Handle, CancellationToken.None).ConfigureAwait(false);
            return result;
        }
        catch (Exception thrown) when (thrown is IOException or UnreachableException or BecomeException)
        {
            var message = $"{result.Message}{(result.Message is null ? "" : "; ")}{Handle.Directory} is left on {Host.Name}: {thrown.Message}";
            return (TResult)((TaskResult)result with { Message = message });
        }
    }

    private string Truncated(string? message) =>
        $"{message}{(message is null ? "" : "; ")}only the last {MostOutput / 1024} KiB of each stream are here, {(NoLog ? "the rest is not kept" : $"the whole is in {Handle.Directory} on {Host.Name}")}";
}
