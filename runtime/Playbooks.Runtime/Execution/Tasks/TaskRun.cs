using System.Globalization;
using Playbooks.Connections;
using Playbooks.Connections.Shells;
using Playbooks.Execution.Jobs;
using Playbooks.Jobs;

namespace Playbooks.Execution.Tasks;

/// <summary>Runs the tasks of one host, an item at a time: with its attempts, in the foreground or as a job, judged and told.</summary>
internal sealed class TaskRun(RunContext context, HostEndpoint endpoint, BlockJobs jobs)
{
    private readonly TaskTarget _target = new(context, endpoint);
    private readonly JobJoins _waits = new(context, endpoint.Host, jobs);
    private (TaskInfo Task, TimeSpan Spent)? _prepared;

    /// <summary>Runs the handlers that were notified, at a task and item.</summary>
    internal required Func<TaskInfo, int?, Task<FlushHandlersResult>> Flush { get; init; }

    /// <summary>Notes what of a task's <c>[Timeout]</c> has gone before its first run.</summary>
    internal void Spend(TaskInfo task, TimeSpan spent) => _prepared = (task, spent);

    /// <summary>Runs an item until it holds or has no more attempts; a job is waited for.</summary>
    internal async Task<TResult> RunAsync<TResult>(TaskInfo task, Module<TResult> module, int? item)
        where TResult : TaskResult
    {
        var about = module switch
        {
            Wait<TResult> wait => wait.Job.Running,
            Cancel<TResult> cancel => cancel.Job.Running,
            _ => null,
        };
        if (module.Label is null && about?.Label is { } label)
        {
            module = module with { Label = label };
        }

        context.Events.Tell(new TaskStarted(task, endpoint.Host) { Item = item, Label = module.Label });
        var noLog = task.NoLog || module.NoLog || about is { NoLog: true };
        var predicts = context.Predicts(task);
        var more = predicts || module is Wait<TResult> ? 0 : task.Retry?.Count ?? 0;
        for (var attempt = 1; ; attempt++)
        {
            var result = HiddenResult.Quieted(await TryAsync(task, module, item, attempt).ConfigureAwait(false), noLog);
            var (holds, wrong) = predicts ? (!result.Failed, null) : Verdict.Holds(module, result);
            if (!holds && attempt <= more)
            {
                context.Events.Tell(new TaskRetrying(task, endpoint.Host, attempt + 1, result) { Item = item, Label = module.Label });
                await Task.Delay(TimeSpan.FromSeconds(task.Retry!.Delay), context.Time, context.Stop).ConfigureAwait(false);
                continue;
            }

            if (!holds && !result.Failed)
            {
                var message = wrong ?? (attempt == 1 ? "its Until did not hold" : $"its Until did not hold in {attempt} runs");
                result = wrong is null
                    ? (TResult)((TaskResult)result with { Failed = true, Message = message })
                    : HiddenResult.Quieted((TResult)((TaskResult)result with { Failed = true, Message = message }), noLog);
            }

            context.Events.Tell(new TaskFinished(task, endpoint.Host, Verdict.Outcome(task, result), result)
            {
                Item = item,
                Label = module.Label,
                Message = result.Message,
            });
            return result;
        }
    }

    /// <summary>
    /// Starts an item as a job that is not waited for. In check mode it is a job that has ended as its module foresees; without a limit,
    /// one that has ended as the task did in the foreground; what cannot be started is one that has failed.
    /// </summary>
    internal async Task<Job<TResult>> StartAsync<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item, int askers)
        where TResult : TaskResult
    {
        if (context.Predicts(task) || !task.RunsAsJob)
        {
            var result = await RunAsync(task, module, item).ConfigureAwait(false);
            return Ended(_target.EndpointOf(task, module), _target.UserOf(task, module), task, module, result, item, askers);
        }

        context.Events.Tell(new TaskStarted(task, endpoint.Host) { Item = item, Label = module.Label });
        var (at, stamp) = (context.Time.GetUtcNow(), context.Time.GetTimestamp());
        StartedJob<TResult> started;
        try
        {
            started = await _target.ReachingAsync(task, module, () => StartJobAsync(task, module, item, attempt: 1, askers)).ConfigureAwait(false);
        }
        catch (Exception thrown) when (IsFailure(thrown))
        {
            var noLog = task.NoLog || module.NoLog;
            var result = HiddenResult.Quieted(Failed(task, module, thrown, at, stamp), noLog);
            context.Events.Tell(new TaskFinished(task, endpoint.Host, Verdict.Outcome(task, result), result)
            {
                Item = item,
                Label = module.Label,
                Message = result.Message,
            });
            return Ended(endpoint, user: null, task, module, result, item, askers);
        }

        context.Events.Tell(new TaskFinished(task, endpoint.Host, TaskOutcome.Changed, Result: null)
        {
            Item = item,
            Label = module.Label,
            Message = $"job {started.Handle.Id} {(started.Handle.IsAttached ? "found running" : "started")}",
        });
        return new Job<TResult>(started);
    }

    /// <summary>A job that has ended before it was one: it has no place on the host.</summary>
    private Job<TResult> Ended<TResult>(
        HostEndpoint at, string? user, TaskInfo task, ScriptModule<TResult> module, TResult result, int? item, int askers)
        where TResult : TaskResult
    {
        var id = JobId.For(context.Play.RunId, task.Path, endpoint.Host.Name, item, attempt: 0);
        var ended = StartedJob<TResult>.Ended(context, at, task, module, result, id, user, item, askers);
        jobs.Add(ended);
        return new Job<TResult>(ended);
    }

    /// <summary>One run. What the module throws, other than that its host was lost, is a failure like any other: it has a result, and is judged.</summary>
    private async Task<TResult> TryAsync<TResult>(TaskInfo task, Module<TResult> module, int? item, int attempt)
        where TResult : TaskResult
    {
        var (at, stamp) = (context.Time.GetUtcNow(), context.Time.GetTimestamp());
        try
        {
            return await _target.ReachingAsync(task, module, () => AttemptAsync(task, module, item, attempt)).ConfigureAwait(false);
        }
        catch (Exception thrown) when (IsFailure(thrown))
        {
            return Failed(task, module, thrown, at, stamp);
        }
    }

    // Another task's failure is not this one's, and neither is the loss of its host nor the interruption of the run.
    private bool IsFailure(Exception thrown) =>
        thrown is not (UnreachableException or TaskFailedException) && !context.IsInterruption(thrown);

    private TResult Failed<TResult>(TaskInfo task, Module<TResult> module, Exception thrown, DateTimeOffset started, long stamp)
        where TResult : TaskResult =>
        Verdict.Judge(task, module, (TResult)((TaskResult)Thrown.ResultOf(module, thrown) with
        {
            Started = started,
            Ended = context.Time.GetUtcNow(),
            Duration = context.Time.GetElapsedTime(stamp),
        }));

    private async Task<TResult> AttemptAsync<TResult>(TaskInfo task, Module<TResult> module, int? item, int attempt)
        where TResult : TaskResult
    {
        var started = context.Time.GetUtcNow();
        var stamp = context.Time.GetTimestamp();
        TResult result;
        switch (module)
        {
            case Wait<TResult> wait:
                return Verdict.Judge(task, module, await _waits.ForAsync(task, wait, item).ConfigureAwait(false));
            case not null when (object)module is FlushHandlers:
                result = (TResult)(TaskResult)await Flush(task, item).ConfigureAwait(false);
                break;
            case not null when context.Predicts(task):
                result = await EffectAsync(task, item, attempt, _ => Prediction.OfAsync(
                    module,
                    script => RunScriptAsync(task, module, item, script),
                    action => TimeLimit.RunAsync(
                        task, Spent(task), context.Time, (token, limit) => action.PredictAsync(_target.ContextOf(task, module, limit), token), context.Stop))).ConfigureAwait(false);
                break;
            case ScriptModule<TResult> script when task.RunsAsJob:
                return await RunJobAsync(task, script, item, attempt).ConfigureAwait(false);
            case ScriptModule<TResult> script:
                result = await EffectAsync(task, item, attempt, _ => RunHereAsync(task, script, item)).ConfigureAwait(false);
                break;
            case ActionModule<TResult> action:
                result = await EffectAsync(
                    task,
                    item,
                    attempt,
                    _ => TimeLimit.RunAsync(
                        task, Spent(task), context.Time, (token, limit) => action.RunAsync(_target.ContextOf(task, module, limit), token), context.Stop)).ConfigureAwait(false);
                if ((object)module is Reboot)
                {
                    // A host that was booted anew may have another kernel.
                    context.Endpoints.To(_target.EndpointOf(task, module).Place.Name).Facts = null;
                }

                break;
            default:
                throw new InvalidOperationException($"{module?.GetType().Name} is neither a script nor an action.");
        }

        var timed = (TaskResult)result with
        {
            Started = started,
            Ended = context.Time.GetUtcNow(),
            Duration = context.Time.GetElapsedTime(stamp),
        };
        return context.Predicts(task) && timed.Skipped
            ? (TResult)(timed with { Label = module.Label })
            : Verdict.Judge(task, module, (TResult)timed);
    }

    private async Task<TResult> RunHereAsync<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item)
        where TResult : TaskResult
    {
        using var file = context.Files.Open(endpoint.Host, task, item, module.OutputFile);
        var result = module.Parse(await RunScriptAsync(task, module, item, module.ScriptText, module.SkipScript, file?.Content).ConfigureAwait(false));
        return file is null ? result : file.Finish(result);
    }

    private async Task<ScriptOutcome> RunScriptAsync<TResult>(TaskInfo task, Module<TResult> module, int? item, string text, string? skip = null, Stream? output = null)
        where TResult : TaskResult
    {
        var script = new ShellScript(text) { SkipScript = skip, User = _target.UserOf(task, module), Env = module.Env, Unbegun = context.Stop, Output = output, KeepsOutput = true, MostOutput = (module as ScriptModule<TResult>)?.MostOutput ?? OutputTail.Most };
        try
        {
            return await TimeLimit.RunAsync(
                task,
                Spent(task),
                context.Time,
                (token, limit) => _target.EndpointOf(task, module).Connection.RunAsync(limit.CanBeCanceled ? script with { Limit = limit } : script, token),
                context.Cut).ConfigureAwait(false);
        }
        catch (TimeoutException late)
        {
            return new ScriptOutcome { State = JobState.TimedOut, Reason = late.Message };
        }
        catch (NotEndedException)
        {
            context.Events.Tell(new TaskLeftRunning(task, endpoint.Host) { Item = item, Label = module.Label });
            throw;
        }
    }

    /// <summary>What of a run's <c>[Timeout]</c> has gone before it: the first run of a task bears what its preparation took.</summary>
    private TimeSpan Spent(TaskInfo task)
    {
        var spent = _prepared is { } prepared && prepared.Task.Path == task.Path ? prepared.Spent : TimeSpan.Zero;
        _prepared = null;
        return spent;
    }

    private async Task<TResult> RunJobAsync<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item, int attempt)
        where TResult : TaskResult
    {
        var started = await StartJobAsync(task, module, item, attempt, askers: 1).ConfigureAwait(false);
        return await _waits.ForAsync(task, started).ConfigureAwait(false);
    }

    private async Task<StartedJob<TResult>> StartJobAsync<TResult>(
        TaskInfo task, ScriptModule<TResult> module, int? item, int attempt, int askers)
        where TResult : TaskResult
    {
        var target = _target.EndpointOf(task, module);
        var spec = new JobSpec(
            JobId.For(context.Play.RunId, task.Path, endpoint.Host.Name, item, attempt - 1), module.ScriptText, TimeSpan.FromSeconds(task.Async!.Limit))
        {
            Grace = TimeSpan.FromSeconds(task.Async.Grace),
            Key = task.Async.Key is not { } key ? null : item is null ? key + task.Items : string.Create(CultureInfo.InvariantCulture, $"{key}{task.Items}.{item}"),
            SkipScript = module.SkipScript,
            KeepsOutput = task.NoLog || module.NoLog ? HiddenResult.KeptOnHost : null,
            HidesScript = module.HasSecrets || SecretMask.IsIn(module.ScriptText) || module.Env?.Values.Any(SecretMask.IsIn) == true,
            Playbook = context.Playbook.Name,
            Task = task.Name,
            Run = context.Play.RunId,
            User = _target.UserOf(task, module),
            EnablesLinger = task.Async.Linger || context.EnablesLinger,
            Env = module.Env,
        };
        Task<JobHandle> StartAgainAsync(int rerun) => context.EffectAsync(
            new EffectId(context.Playbook.Name, task.Path, endpoint.Host.Name, item, attempt) { Rerun = rerun },
            _ => target.Jobs.StartAsync(
                spec with { Id = JobId.For(context.Play.RunId, task.Path, endpoint.Host.Name, item, attempt - 1, rerun) }, context.Stop));

        var file = context.Files.Open(endpoint.Host, task, item, module.OutputFile);
        JobHandle handle;
        try
        {
            handle = await StartAgainAsync(0).ConfigureAwait(false);
        }
        catch
        {
            file?.Dispose();
            throw;
        }

        var started = new StartedJob<TResult>(context, target, task, module, handle, item, StartAgainAsync) { Askers = askers, File = file };
        jobs.Add(started);
        context.Events.Tell(new JobStarted(task, endpoint.Host, started.Describe(JobState.Running))
        {
            Item = item,
            Label = module.Label,
            IsAttached = handle.IsAttached,
        });
        if (started.NoLog)
        {
            _ = started.JoinAtEndAsync();
        }

        started.Follow();
        return started;
    }

    private Task<T> EffectAsync<T>(TaskInfo task, int? item, int attempt, Func<EffectId, Task<T>> effect) =>
        context.EffectAsync(new EffectId(context.Playbook.Name, task.Path, endpoint.Host.Name, item, attempt), effect);
}
