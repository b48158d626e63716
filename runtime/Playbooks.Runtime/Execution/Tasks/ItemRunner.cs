using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>Runs or starts one item of a task, with its retries, and checks and reports the result.</summary>
internal sealed class ItemRunner
{
    private readonly BlockScope _scope;
    private readonly TaskTarget _target;
    private readonly JobLauncher _launcher;
    private readonly ModuleRunner _modules;

    internal ItemRunner(BlockScope scope, HandlerRunner handlers)
    {
        _scope = scope;
        _target = new TaskTarget(scope.Run, scope.Endpoint);
        _launcher = new JobLauncher(scope, _target);
        _modules = new ModuleRunner(scope, _target, _launcher, handlers);
    }

    private RunContext Run => _scope.Run;

    /// <summary>Runs an item until it succeeds or has no retries left. If it is a job, waits for it.</summary>
    internal async Task<TResult> RunAsync<TResult>(TaskInfo task, Module<TResult> module, int? item)
        where TResult : TaskResult
    {
        Run.Events.Tell(new TaskStarted(task, _scope.Host) { Item = item, Label = module.Label });
        var predicts = Run.Predicts(task);
        var more = predicts || module is ActionModule<TResult> { SteersRun: true } ? 0 : task.Retry?.Count ?? 0;
        for (var attempt = 1; ; attempt++)
        {
            var result = await TryAsync(task, module, item, attempt).ConfigureAwait(false);
            var noLog = task.NoLog || module.NoLog || result.IsHidden;
            result = HiddenResult.Quieted(result, noLog);
            var (holds, wrong) = predicts ? (!result.Failed, null) : Verdict.Holds(module, result);
            if (!holds && attempt <= more)
            {
                Run.Events.Tell(new TaskRetrying(task, _scope.Host, attempt + 1, result) { Item = item, Label = module.Label });
                await Task.Delay(TimeSpan.FromSeconds(task.Retry!.Delay), Run.Time, _scope.Branch.Stop).ConfigureAwait(false);
                continue;
            }

            if (!holds && !result.Failed)
            {
                var message = wrong ?? (attempt == 1
                    ? "the condition of Until was false"
                    : $"the condition of Until was still false after {attempt} runs of the task");
                result = wrong is null
                    ? (TResult)((TaskResult)result with { Failed = true, Message = message })
                    : HiddenResult.Quieted((TResult)((TaskResult)result with { Failed = true, Message = message }), noLog);
            }

            TellEnd(task, module, item, result);
            return result;
        }
    }

    /// <summary>
    /// Starts an item as a job without waiting for it. In check mode, the job has already ended with the predicted result. Without a limit, it has ended as
    /// the task did in the foreground. A job that cannot start has failed.
    /// </summary>
    internal async Task<Job<TResult>> StartAsync<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item, int askers)
        where TResult : TaskResult
    {
        if (Run.Predicts(task) || !task.RunsAsJob)
        {
            var result = await RunAsync(task, module, item).ConfigureAwait(false);
            return _launcher.Ended(_target.EndpointOf(task, module), _target.UserOf(task, module), task, module, result, item, askers);
        }

        Run.Events.Tell(new TaskStarted(task, _scope.Host) { Item = item, Label = module.Label });
        var (at, stamp) = (Run.Time.GetUtcNow(), Run.Time.GetTimestamp());
        StartedJob<TResult> started;
        try
        {
            started = await _target.ReachingAsync(task, module, () => _launcher.StartAsync(task, module, item, attempt: 1, askers)).ConfigureAwait(false);
        }
        catch (Exception thrown) when (_scope.Branch.IsFailure(thrown))
        {
            var result = HiddenResult.Quieted(Failed(task, module, thrown, at, stamp), task.NoLog || module.NoLog);
            TellEnd(task, module, item, result);
            return _launcher.Ended(_scope.Endpoint, user: null, task, module, result, item, askers);
        }

        Run.Events.Tell(new TaskFinished(task, _scope.Host, TaskOutcome.Changed, Result: null)
        {
            Item = item,
            Label = module.Label,
            Message = $"job {started.Handle.Id} {(started.Handle.IsAttached ? "found running" : "started")}",
        });
        return new Job<TResult>(started);
    }

    /// <summary>Runs an item once. An exception of the module is a failure with a result, unless the host became unreachable.</summary>
    private async Task<TResult> TryAsync<TResult>(TaskInfo task, Module<TResult> module, int? item, int attempt)
        where TResult : TaskResult
    {
        var (at, stamp) = (Run.Time.GetUtcNow(), Run.Time.GetTimestamp());
        try
        {
            var result = await _target.ReachingAsync(task, module, () => _modules.RunAsync(task, module, item, attempt)).ConfigureAwait(false);
            if (result.ForgetsFacts)
            {
                _target.ForgetFacts(task, module);
            }

            return result;
        }
        catch (Exception thrown) when (_scope.Branch.IsFailure(thrown))
        {
            return Failed(task, module, thrown, at, stamp);
        }
    }

    private TResult Failed<TResult>(TaskInfo task, Module<TResult> module, Exception thrown, DateTimeOffset started, long stamp)
        where TResult : TaskResult =>
        Verdict.Judge(task, module, (TResult)((TaskResult)Thrown.ResultOf(module, thrown) with
        {
            Started = started,
            Ended = Run.Time.GetUtcNow(),
            Duration = Run.Time.GetElapsedTime(stamp),
        }));

    private void TellEnd<TResult>(TaskInfo task, Module<TResult> module, int? item, TResult result)
        where TResult : TaskResult =>
        Run.Events.Tell(new TaskFinished(task, _scope.Host, Verdict.Outcome(task, result), result)
        {
            Item = item,
            Label = module.Label,
            Message = result.Message,
        });
}
