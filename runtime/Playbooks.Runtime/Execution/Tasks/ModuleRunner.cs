using Playbooks.Connections;
using Playbooks.Connections.Shells;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Effects;
using Playbooks.Execution.Jobs;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>Runs a module once: as an effect in the foreground, as a job with a wait, or as a module that steers the run.</summary>
internal sealed class ModuleRunner(BlockScope scope, TaskTarget target, JobLauncher launcher, HandlerRunner handlers)
{
    private RunContext Run => scope.Run;

    /// <summary>Runs a module, or predicts what it would do, and checks its result.</summary>
    internal async Task<TResult> RunAsync<TResult>(TaskInfo task, Module<TResult> module, int? item, int attempt)
        where TResult : TaskResult
    {
        if (module is ScriptModule<TResult> script && task.RunsAsJob && !Run.Predicts(task))
        {
            return await launcher.RunAsync(task, script, item, attempt).ConfigureAwait(false);
        }

        var (started, stamp) = (Run.Time.GetUtcNow(), Run.Time.GetTimestamp());
        TResult Timed(TResult result) => (TResult)((TaskResult)result with
        {
            Started = started,
            Ended = Run.Time.GetUtcNow(),
            Duration = Run.Time.GetElapsedTime(stamp),
        });

        var id = new EffectId(EffectKind.Task, Run.Playbook.Name, task.Path, scope.Host.Name) { Item = item, Attempt = attempt, Turn = task.Turn };
        var result = module is ActionModule<TResult> { SteersRun: true } steering
            ? await ActAsync(task, steering, item).ConfigureAwait(false)
            : await Run.Effects.RunInSlotAsync(
                id, async () => Timed(await DoAsync(task, module, item).ConfigureAwait(false)), scope.Branch.Stop).ConfigureAwait(false);

        // The result of another task or of an earlier run already has its own times.
        result = result.Started == default ? Timed(result) : result;
        return Run.Predicts(task) && result.Skipped
            ? (TResult)((TaskResult)result with { Label = module.Label })
            : Verdict.Judge(task, module, result);
    }

    private Task<TResult> DoAsync<TResult>(TaskInfo task, Module<TResult> module, int? item)
        where TResult : TaskResult => module switch
        {
            ScriptModule<TResult> script when Run.Predicts(task) =>
                Prediction.OfAsync(script, text => RunScriptAsync(task, script, item, new ShellScript(text))),
            ScriptModule<TResult> script => RunHereAsync(task, script, item),
            ActionModule<TResult> action => ActAsync(task, action, item),
            _ => throw new InvalidOperationException($"{module.GetType().Name} is neither a ScriptModule nor an ActionModule."),
        };

    private async Task<TResult> ActAsync<TResult>(TaskInfo task, ActionModule<TResult> module, int? item)
        where TResult : TaskResult
    {
        var engine = new ModuleEngine(
            scope, handlers, target.EndpointOf(task, module), target.UserOf(task, module), task, item, module.Label, module.SteersRun);
        var result = await TimeLimit.RunAsync(
            task,
            scope.TakeSpent(task),
            Run.Time,
            (token, limit) =>
            {
                var context = target.ContextOf(task, module, engine, limit);
                return Run.Predicts(task) ? module.PredictAsync(context, token) : module.RunAsync(context, token);
            },
            scope.Branch.Stop).ConfigureAwait(false);
        result = engine.HasForgottenFacts ? (TResult)((TaskResult)result with { ForgetsFacts = true }) : result;
        return Run.Predicts(task) ? Prediction.Of(result) : result;
    }

    private async Task<TResult> RunHereAsync<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item)
        where TResult : TaskResult
    {
        using var file = Run.Files.Open(scope.Host, task, item, module.OutputFile);
        var script = new ShellScript(module.ScriptText) { SkipScript = module.SkipScript, Output = file?.Content };
        var result = module.Parse(await RunScriptAsync(task, module, item, script).ConfigureAwait(false));
        return file is null ? result : file.Finish(result);
    }

    private async Task<ScriptOutcome> RunScriptAsync<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item, ShellScript script)
        where TResult : TaskResult
    {
        script = script with
        {
            User = target.UserOf(task, module),
            Env = module.Env,
            Unbegun = scope.Branch.Stop,
            KeepsOutput = true,
            MostOutput = module.MostOutput
        };
        try
        {
            return await TimeLimit.RunAsync(
                task,
                scope.TakeSpent(task),
                Run.Time,
                (token, limit) => target.EndpointOf(task, module).Connection.RunAsync(limit.CanBeCanceled ? script with { Limit = limit } : script, token),
                scope.Branch.Cut).ConfigureAwait(false);
        }
        catch (TimeoutException late)
        {
            return new ScriptOutcome { State = JobState.TimedOut, Reason = late.Message };
        }
        catch (NotEndedException)
        {
            Run.Events.Tell(new TaskLeftRunning(task, scope.Host) { Item = item, Label = module.Label });
            throw;
        }
    }
}
