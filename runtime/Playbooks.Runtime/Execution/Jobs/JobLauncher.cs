using System.Globalization;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Effects;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;
using Playbooks.Jobs;

namespace Playbooks.Execution.Jobs;

/// <summary>Starts the jobs of tasks.</summary>
internal sealed class JobLauncher(BlockScope scope, TaskTarget target)
{
    private readonly JobJoins _joins = new(scope);

    private RunContext Run => scope.Run;

    /// <summary>Starts a job, and waits for it.</summary>
    internal async Task<TResult> RunAsync<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item, int attempt)
        where TResult : TaskResult
    {
        var started = await StartAsync(task, module, item, attempt, askers: 1).ConfigureAwait(false);
        return await _joins.OfPolledAsync(task, started).ConfigureAwait(false);
    }

    /// <summary>Starts a job, and watches it from then on.</summary>
    /// <param name="task">The task.</param>
    /// <param name="module">The module that the job runs.</param>
    /// <param name="item">The index of the item in a loop; <see langword="null"/> outside of loops.</param>
    /// <param name="attempt">1 for the first run.</param>
    /// <param name="askers">How many later tasks use the job.</param>
    internal async Task<StartedJob<TResult>> StartAsync<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item, int attempt, int askers)
        where TResult : TaskResult
    {
        var endpoint = target.EndpointOf(task, module);
        var effect = IdOf(task, item, attempt);
        var spec = SpecOf(task, module, item, effect);
        Task<JobHandle> StartAsync(EffectId id) => Run.Effects.RunInSlotAsync(
            id, () => endpoint.Jobs.StartAsync(id == effect ? spec : spec with { Id = id.JobIdIn(Run.Play.RunId) }, scope.Branch.Stop), scope.Branch.Stop);

        var file = Run.Files.Open(scope.Host, task, item, module.OutputFile);
        JobHandle handle;
        try
        {
            handle = await StartAsync(effect).ConfigureAwait(false);
        }
        catch
        {
            file?.Dispose();
            throw;
        }

        var started = new StartedJob<TResult>(Run, effect, endpoint, task, module, handle, StartAsync) { Askers = askers, File = file };
        started.Watch();
        scope.Jobs.Add(started);
        Run.Events.Tell(new JobStarted(task, scope.Host, started.Describe(JobState.Running))
        {
            Item = item,
            Label = module.Label,
            IsAttached = handle.IsAttached,
        });
        if (started.NoLog)
        {
            _ = started.JoinAtEndAsync();
        }

        await started.FollowAsync().ConfigureAwait(false);

        return started;
    }

    /// <summary>Creates a job that ended before it started: it has no directory on the host.</summary>
    internal Job<TResult> Ended<TResult>(
        HostEndpoint at, string? user, TaskInfo task, ScriptModule<TResult> module, TResult result, int? item, int askers)
        where TResult : TaskResult
    {
        var ended = StartedJob<TResult>.Ended(Run, IdOf(task, item, attempt: 1), at, task, module, result, user, askers);
        scope.Jobs.Add(ended);
        return new Job<TResult>(ended);
    }

    private EffectId IdOf(TaskInfo task, int? item, int attempt) =>
        new(EffectKind.JobStart, Run.Playbook.Name, task.Path, scope.Host.Name) { Item = item, Attempt = attempt, Turn = task.Turn };

    private JobSpec SpecOf<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item, EffectId effect)
        where TResult : TaskResult =>
        new(effect.JobIdIn(Run.Play.RunId), module.ScriptText, TimeSpan.FromSeconds(task.Async!.Limit))
        {
            Grace = TimeSpan.FromSeconds(task.Async.Grace),
            Key = task.Async.Key is not { } key
                ? null
                : item is null ? key + task.Items : string.Create(CultureInfo.InvariantCulture, $"{key}{task.Items}.{item}"),
            SkipScript = module.SkipScript,
            KeepsOutput = task.NoLog || module.NoLog ? HiddenResult.KeptOnHost : null,
            HidesScript = module.HasSecrets || SecretMask.IsIn(module.ScriptText) || module.Env?.Values.Any(SecretMask.IsIn) == true,
            Playbook = Run.Playbook.Name,
            Task = task.Name,
            Run = Run.Play.RunId,
            User = target.UserOf(task, module),
            EnablesLinger = task.Async.Linger || Run.EnablesLinger,
            Env = module.Env,
        };
}
