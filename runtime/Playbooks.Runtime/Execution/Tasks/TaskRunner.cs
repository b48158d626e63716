using Playbooks.Execution.Agreement;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Outputs;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>
/// Takes a task through its steps on one host: it begins (<see cref="TaskBoundaries"/>), its member is evaluated, each of its items runs or starts (<see
/// cref="ItemRunner"/>), and it is concluded (<see cref="TaskOutcomes"/>).
/// </summary>
internal sealed class TaskRunner(BlockScope scope, HandlerRunner handlers)
{
    private readonly ItemRunner _items = new(scope, handlers);

    private TaskOutcomes Outcomes => scope.Outcomes;

    /// <summary>Runs a task to its end; returns <see langword="null"/> if its member returns <see langword="null"/>.</summary>
    internal Task<TResult?> RunAsync<TResult>(TaskInfo task, Func<Module<TResult>?> member, Func<JobLimit>? limit)
        where TResult : TaskResult =>
        PassAsync(
            task,
            task => Outcomes.EvaluateOptional(task, member),
            limit,
            async (task, module) =>
            {
                var result = await RunItemAsync(task, module, item: null).ConfigureAwait(false);
                await ConcludeAsync(task, result, [result], Sharing<TResult>.Whole).ConfigureAwait(false);
                return result;
            },
            Sharing<TResult>.Whole);

    /// <summary>Runs every item of a loop to its end: one after the other, as jobs at the same time, or as many at a time as the task allows.</summary>
    internal Task<IReadOnlyList<TResult>?> RunEachAsync<TResult>(TaskInfo task, Func<IEnumerable<Module<TResult>>> member, Func<JobLimit>? limit)
        where TResult : TaskResult =>
        PassAsync(
            task,
            task => Outcomes.Evaluate(task, () => member().ToList()),
            limit,
            async (task, modules) =>
            {
                Func<int, Task<TResult>> run = item => RunItemAsync(task, modules[item], item);
                var results = task.RunsAsJob
                    ? await LoopItems.SideBySideAsync(modules.Count, task.Async!.Max, run, scope.Jobs).ConfigureAwait(false)
                    : task.SideBySide is { } most
                    ? await LoopItems.SideBySideAsync(modules.Count, most, run, scope.Jobs).ConfigureAwait(false)
                    : await LoopItems.InOrderAsync(modules.Count, run, scope.Jobs).ConfigureAwait(false);
                await ConcludeAsync(task, results, results, Sharing<IReadOnlyList<TResult>>.Whole).ConfigureAwait(false);
                return results;
            },
            Sharing<IReadOnlyList<TResult>>.Whole);

    /// <summary>Starts a task as a job and does not wait for it; returns <see langword="null"/> if its member returns <see langword="null"/>.</summary>
    internal Task<Job<TResult>?> StartAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>?> member, Func<JobLimit>? limit)
        where TResult : TaskResult =>
        PassAsync(
            task,
            task => Outcomes.EvaluateOptional(task, member),
            limit,
            async (task, module) =>
            {
                var job = await StartItemAsync(task, module, item: null).ConfigureAwait(false);
                Outcomes.ConcludeStart([job.Running]);
                return job;
            },
            scope.Run.Jobs.SharingOne<TResult>());

    /// <summary>Starts every item of a loop as a job, and waits for none of them.</summary>
    internal async Task<IReadOnlyList<Job<TResult>>> StartEachAsync<TResult>(
        TaskInfo task, Func<IEnumerable<ScriptModule<TResult>>> member, Func<JobLimit>? limit)
        where TResult : TaskResult =>
        (await PassAsync(
            task,
            task => Outcomes.Evaluate(task, () => member().ToList()),
            limit,
            async (task, modules) =>
            {
                var jobs = await StartAllAsync(task, modules).ConfigureAwait(false);
                if (jobs.Count == 0)
                {
                    Outcomes.SkipEmpty(task);
                }
                else
                {
                    Outcomes.ConcludeStart(jobs.Select(job => job.Running));
                }

                return jobs;
            },
            scope.Run.Jobs.SharingAll<TResult>()).ConfigureAwait(false))!;

    /// <summary>Takes a task through its steps. All tasks use this method, those that run and those that are started as jobs.</summary>
    /// <param name="task">The task.</param>
    /// <param name="evaluate">Evaluates the member; returns <see langword="null"/> if there is nothing to do.</param>
    /// <param name="limit">Computes the limit; <see langword="null"/> if no member does.</param>
    /// <param name="run">Runs or starts the module that the member returned, and concludes the task.</param>
    /// <param name="sharing">How other hosts get the result.</param>
    private Task<TGiven?> PassAsync<TWork, TGiven>(
        TaskInfo task, Func<TaskInfo, TWork?> evaluate, Func<JobLimit>? limit, Func<TaskInfo, TWork, Task<TGiven>> run, Sharing<TGiven> sharing)
        where TWork : class
        where TGiven : class =>
        scope.Boundaries.RunAsync(
            task,
            async task => evaluate(task) is { } work ? await run(ComputedLimit.Of(task, limit, Outcomes), work).ConfigureAwait(false) : null,
            sharing);

    /// <summary>
    /// Runs an item to its end. If it changed something, its handlers are notified at once, because a failure elsewhere may end the task before its other
    /// items.
    /// </summary>
    private async Task<TResult> RunItemAsync<TResult>(TaskInfo task, Module<TResult> module, int? item)
        where TResult : TaskResult
    {
        var result = await Outcomes.GuardAsync(task, () => _items.RunAsync(task, module, item)).ConfigureAwait(false);
        scope.Block.Notifications.Note(task, [result]);
        if (KeptOutput.Counts(result))
        {
            scope.Run.Output.Keep(result, scope.IsAsked(task));
        }

        return result;
    }

    private Task<Job<TResult>> StartItemAsync<TResult>(TaskInfo task, ScriptModule<TResult> module, int? item)
        where TResult : TaskResult =>
        Outcomes.GuardAsync(task, () => _items.StartAsync(task, module, item, scope.Block.AskersOf(task)));

    /// <summary>Starts the items of a loop: all at once or, if the task limits how many run, each as soon as an earlier one has ended.</summary>
    private async Task<IReadOnlyList<Job<TResult>>> StartAllAsync<TResult>(TaskInfo task, List<ScriptModule<TResult>> modules)
        where TResult : TaskResult
    {
        if ((task.RunsAsJob ? task.Async!.Max : 1) is not { } most)
        {
            return await Task.WhenAll(modules.Select((module, item) => StartItemAsync(task, module, item))).ConfigureAwait(false);
        }

        var jobs = new List<Job<TResult>>(modules.Count);
        for (var item = 0; item < modules.Count; item++)
        {
            var running = jobs.Select(job => job.Running).Where(job => !job.HasEnded).ToList();
            if (running.Count >= most)
            {
                await scope.Jobs.WaitAsync(Task.WhenAny(running.Select(job => job.End))).ConfigureAwait(false);
                await scope.Jobs.JudgeEndedAsync().ConfigureAwait(false);
            }

            jobs.Add(await StartItemAsync(task, modules[item], item).ConfigureAwait(false));
        }

        return jobs;
    }

    // A result that fails the task is shared here, before the failure is thrown. A good result is shared when the task has ended.
    private async ValueTask ConcludeAsync<T>(TaskInfo task, T given, IReadOnlyList<TaskResult> results, Sharing<T> sharing)
        where T : class
    {
        if (!task.IgnoreErrors && results.Any(result => result.Failed))
        {
            await scope.Boundaries.GiveAsync(task, given, sharing).ConfigureAwait(false);
        }

        Outcomes.Conclude(task, results);
    }
}
