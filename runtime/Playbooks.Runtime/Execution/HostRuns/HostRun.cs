
using Playbooks.Execution;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Outputs;
using Playbooks.Execution.Tasks;

namespace Playbooks;

/// <summary>The run of a playbook on one host: what the generated code calls, one call a task, in order.</summary>
public sealed partial class HostRun
{
    private const string NothingToDo = "nothing to do";

    private readonly RunContext _context;
    private readonly HostEndpoint _endpoint;
    private readonly StartedJobs _started;
    private readonly BlockRun _block;
    private readonly HostRun? _outer;
    private readonly BlockJobs _jobs;
    private readonly TaskRun _tasks;
    private readonly TaskFlow _flow;
    private readonly HostHandlers _handlers;
    private readonly int _failuresBefore;
    private HostRun? _inner;

    /// <summary>What the block has failed with, unless it was rescued.</summary>
    private Exception? _failure;

    /// <summary>A playbook on a host.</summary>
    internal HostRun(RunContext context, HostEndpoint endpoint)
        : this(context, endpoint, new HostTally(endpoint.Host), new StartedJobs(), new HostHandlers(), BlockRun.OfPlaybook(context), outer: null)
    {
    }

    /// <summary>A block within what runs on the host.</summary>
    private HostRun(HostRun outer, BlockRun block)
        : this(outer, block, outer._context, outer.Tally)
    {
    }

    /// <summary>A block within what runs on the host, beside others.</summary>
    private HostRun(HostRun outer, BlockRun block, RunContext context, HostTally tally)
        : this(context, outer._endpoint, tally, outer._started, outer._handlers, block, outer) =>
        _jobs.Outer = outer._jobs;

    private HostRun(
        RunContext context, HostEndpoint endpoint, HostTally tally, StartedJobs started, HostHandlers handlers, BlockRun block, HostRun? outer)
    {
        _context = context;
        _endpoint = endpoint;
        _started = started;
        _block = block;
        _outer = outer;
        _failuresBefore = tally.Failures;
        Host = endpoint.Host;
        Tally = tally;
        _jobs = new BlockJobs(context, Host, Tally, block, started);
        _flow = new TaskFlow(context, block, Host, Tally, _jobs);
        _tasks = new TaskRun(context, endpoint, _jobs) { Flush = FlushAsync };
        _handlers = handlers;
    }

    /// <summary>The host.</summary>
    public Host Host { get; }

    /// <summary>The run.</summary>
    public Play Play => _context.Play;

    /// <summary>Why the block or playbook has failed on this host; <see langword="null"/> as long as it has not.</summary>
    public Failure? Failure => _block.Failure;

    internal HostTally Tally { get; }

    /// <summary>The jobs that run on, as far as is known, in whichever block they were started.</summary>
    internal IReadOnlyList<StartedJob> RunningJobs => _started.Running;

    /// <summary>The task that has begun and has not ended, the innermost; after a failure, the one that failed.</summary>
    private TaskInfo? Current => _inner?.Current ?? _flow.Current;

    /// <summary>Begins a task that waits for jobs before it can be evaluated.</summary>
    /// <param name="task">The task.</param>
    public Task BeginAsync(TaskInfo task) => _flow.BeginAsync(task);

    /// <summary>Begins a task that a member of the playbook may skip.</summary>
    /// <param name="task">The task.</param>
    /// <param name="when">Whether it runs.</param>
    /// <returns>Whether it runs.</returns>
    public Task<bool> BeginAsync(TaskInfo task, Func<bool> when) => _flow.DecideAsync(task, when);

    /// <summary>Runs a task to its end.</summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does.</param>
    /// <param name="limit">The limit of its job, where a member of the playbook computes it.</param>
    public async Task<TResult> ExecuteAsync<TResult>(TaskInfo task, Func<Module<TResult>> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => (await ExecuteOptionalAsync(task, module, limit).ConfigureAwait(false))!;

    /// <summary>Runs a task to its end, unless there is nothing to do.</summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does; <see langword="null"/> skips it.</param>
    /// <param name="limit">The limit of its job, where a member of the playbook computes it.</param>
    public Task<TResult?> ExecuteOptionalAsync<TResult>(TaskInfo task, Func<Module<TResult>?> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult =>
        _flow.RunAsync(task, async task =>
        {
            if (_flow.Evaluate(task, module) is not { } evaluated)
            {
                _flow.Skip(task, NothingToDo);
                return null;
            }

            task = _flow.Limited(task, limit);
            var result = await RunItemAsync(task, evaluated, item: null).ConfigureAwait(false);
            _flow.Conclude(task, [result]);
            return result;
        });

    /// <summary>Runs every item of a loop to its end: one after the other, as jobs side by side, or so many at once as the task says.</summary>
    /// <typeparam name="TResult">What each item gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    /// <param name="limit">The limit of each job, where a member of the playbook computes it.</param>
    public async Task<IReadOnlyList<TResult>> ExecuteEachAsync<TResult>(
        TaskInfo task, Func<IEnumerable<Module<TResult>>> modules, Func<JobLimit>? limit = null)
        where TResult : TaskResult => (await ExecuteEachOptionalAsync(task, modules, limit).ConfigureAwait(false))!;

    /// <summary>Runs every item of a loop to its end, unless the host is lost and the task ignores that.</summary>
    /// <typeparam name="TResult">What each item gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    /// <param name="limit">The limit of each job, where a member of the playbook computes it.</param>
    public Task<IReadOnlyList<TResult>?> ExecuteEachOptionalAsync<TResult>(
        TaskInfo task, Func<IEnumerable<Module<TResult>>> modules, Func<JobLimit>? limit = null)
        where TResult : TaskResult =>
        _flow.RunAsync<IReadOnlyList<TResult>>(task, async task =>
        {
            var items = _flow.Evaluate(task, () => modules().ToList());
            task = _flow.Limited(task, limit);
            Func<int, Task<TResult>> run = item => RunItemAsync(task, items[item], item);
            var results = task.RunsAsJob
                ? await LoopItems.SideBySideAsync(items.Count, task.Async!.Max, run).ConfigureAwait(false)
                : task.SideBySide is { } most
                ? await LoopItems.SideBySideAsync(items.Count, most, run).ConfigureAwait(false)
                : await LoopItems.InOrderAsync(items.Count, run).ConfigureAwait(false);
            _flow.Conclude(task, results);
            return results;
        });

    /// <summary>Starts a task as a job, and does not wait for it.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does.</param>
    /// <param name="limit">The limit of its job, where a member of the playbook computes it.</param>
    public async Task<Job<TResult>> StartAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => (await StartOptionalAsync(task, module, limit).ConfigureAwait(false))!;

    /// <summary>Starts a task as a job, unless there is nothing to do, and does not wait for it.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does; <see langword="null"/> skips it.</param>
    /// <param name="limit">The limit of its job, where a member of the playbook computes it.</param>
    public Task<Job<TResult>?> StartOptionalAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>?> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult =>
        _flow.RunAsync(task, async task =>
        {
            if (_flow.Evaluate(task, module) is not { } evaluated)
            {
                _flow.Skip(task, NothingToDo);
                return null;
            }

            task = _flow.Limited(task, limit);
            var job = await _flow.GuardAsync(task, () => _tasks.StartAsync(task, evaluated, item: null, _block.AskersOf(task))).ConfigureAwait(false);
            _flow.ConcludeStart([job.Running]);
            return job;
        });

    /// <summary>Starts every item of a loop as a job, and waits for none.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    /// <param name="limit">The limit of each job, where a member of the playbook computes it.</param>
    public async Task<IReadOnlyList<Job<TResult>>> StartEachAsync<TResult>(
        TaskInfo task, Func<IEnumerable<ScriptModule<TResult>>> modules, Func<JobLimit>? limit = null)
        where TResult : TaskResult =>
        (await _flow.RunAsync(task, async task =>
        {
            var items = _flow.Evaluate(task, () => modules().ToList());
            task = _flow.Limited(task, limit);
            var jobs = await StartAllAsync(task, items).ConfigureAwait(false);
            if (jobs.Count == 0)
            {
                _flow.SkipEmpty(task);
            }
            else
            {
                _flow.ConcludeStart(jobs.Select(job => job.Running));
            }

            return jobs;
        }).ConfigureAwait(false))!;

    /// <summary>Runs an item to its end. What it has changed notifies at once: a failure elsewhere may end the task before its other items.</summary>
    private async Task<TResult> RunItemAsync<TResult>(TaskInfo task, Module<TResult> module, int? item)
        where TResult : TaskResult
    {
        var result = await _flow.GuardAsync(task, () => _tasks.RunAsync(task, module, item)).ConfigureAwait(false);
        _block.Notifications.Note(task, [result]);
        if (KeptOutput.Counts(result))
        {
            _context.Output.Keep(result, IsAsked(task));
        }

        return result;
    }

    /// <summary>Whether another task may ask for what a task gave, be it through the results of this block.</summary>
    private bool IsAsked(TaskInfo task) => _block.IsAsked(task) || (_outer is { } outer && _block.Member is { } block && outer.IsAsked(block));

    /// <summary>Starts the items of a loop: all at once or, where the task bounds how many run, each as soon as one of those before has ended.</summary>
    private async Task<IReadOnlyList<Job<TResult>>> StartAllAsync<TResult>(TaskInfo task, List<ScriptModule<TResult>> items)
        where TResult : TaskResult
    {
        var askers = _block.AskersOf(task);
        Func<int, Task<Job<TResult>>> start = item => _flow.GuardAsync(task, () => _tasks.StartAsync(task, items[item], item, askers));
        if ((task.RunsAsJob ? task.Async!.Max : 1) is not { } most)
        {
            return await Task.WhenAll(Enumerable.Range(0, items.Count).Select(start)).ConfigureAwait(false);
        }

        var jobs = new List<Job<TResult>>(items.Count);
        for (var item = 0; item < items.Count; item++)
        {
            var running = jobs.Select(job => job.Running).Where(job => !job.HasEnded).ToList();
            if (running.Count >= most)
            {
                await _jobs.WaitAsync(Task.WhenAny(running.Select(job => job.End))).ConfigureAwait(false);
                await _jobs.JudgeEndedAsync().ConfigureAwait(false);
            }

            jobs.Add(await start(item).ConfigureAwait(false));
        }

        return jobs;
    }
}
