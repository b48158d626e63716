using Playbooks.Execution;

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

    /// <summary>A playbook on a host.</summary>
    internal HostRun(RunContext context, HostEndpoint endpoint)
        : this(context, endpoint, new HostTally(endpoint.Host), new StartedJobs(), new BlockRun(context, context.Playbook, member: null, path: "", default, isMain: true), outer: null)
    {
    }

    private HostRun(RunContext context, HostEndpoint endpoint, HostTally tally, StartedJobs started, BlockRun block, HostRun? outer)
    {
        _context = context;
        _endpoint = endpoint;
        _started = started;
        _block = block;
        _outer = outer;
        _failuresBefore = tally.Failures;
        Host = endpoint.Host;
        Tally = tally;
        _jobs = new BlockJobs(context, Host, Tally, block, started, outer?._jobs);
        _flow = new TaskFlow(context, block, Host, Tally, _jobs);
        _tasks = new TaskRun(context, endpoint, _jobs) { Flush = FlushAsync };
        _handlers = outer?._handlers ?? new HostHandlers();
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
    public async Task<TResult> ExecuteAsync<TResult>(TaskInfo task, Func<Module<TResult>> module)
        where TResult : TaskResult => (await ExecuteOptionalAsync(task, module).ConfigureAwait(false))!;

    /// <summary>Runs a task to its end, unless there is nothing to do.</summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does; <see langword="null"/> skips it.</param>
    public Task<TResult?> ExecuteOptionalAsync<TResult>(TaskInfo task, Func<Module<TResult>?> module)
        where TResult : TaskResult =>
        _flow.RunAsync(task, async task =>
        {
            if (_flow.Evaluate(task, module) is not { } evaluated)
            {
                _flow.Skip(task, NothingToDo);
                return null;
            }

            var result = await _flow.GuardAsync(task, () => _tasks.RunAsync(task, evaluated, item: null)).ConfigureAwait(false);
            _flow.Conclude(task, [result]);
            return result;
        });

    /// <summary>Runs every item of a loop to its end: one after the other, or as jobs side by side.</summary>
    /// <typeparam name="TResult">What each item gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    public async Task<IReadOnlyList<TResult>> ExecuteEachAsync<TResult>(TaskInfo task, Func<IEnumerable<Module<TResult>>> modules)
        where TResult : TaskResult => (await ExecuteEachOptionalAsync(task, modules).ConfigureAwait(false))!;

    /// <summary>Runs every item of a loop to its end, unless the host is lost and the task ignores that.</summary>
    /// <typeparam name="TResult">What each item gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    public Task<IReadOnlyList<TResult>?> ExecuteEachOptionalAsync<TResult>(TaskInfo task, Func<IEnumerable<Module<TResult>>> modules)
        where TResult : TaskResult =>
        _flow.RunAsync<IReadOnlyList<TResult>>(task, async task =>
        {
            var items = _flow.Evaluate(task, () => modules().ToList());
            Func<int, Task<TResult>> run = item => _flow.GuardAsync(task, () => _tasks.RunAsync(task, items[item], item));
            IReadOnlyList<TResult> results = task.Async is null
                ? await EveryItemAsync(items.Count, run).ConfigureAwait(false)
                : await Task.WhenAll(Enumerable.Range(0, items.Count).Select(run)).ConfigureAwait(false);
            _flow.Conclude(task, results);
            return results;
        });

    /// <summary>Starts a task as a job, and does not wait for it.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does.</param>
    public async Task<Job<TResult>> StartAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>> module)
        where TResult : TaskResult => (await StartOptionalAsync(task, module).ConfigureAwait(false))!;

    /// <summary>Starts a task as a job, unless there is nothing to do, and does not wait for it.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does; <see langword="null"/> skips it.</param>
    public Task<Job<TResult>?> StartOptionalAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>?> module)
        where TResult : TaskResult =>
        _flow.RunAsync(task, async task =>
        {
            if (_flow.Evaluate(task, module) is not { } evaluated)
            {
                _flow.Skip(task, NothingToDo);
                return null;
            }

            var job = await _flow.GuardAsync(task, () => _tasks.StartAsync(task, evaluated, item: null, _block.AskersOf(task))).ConfigureAwait(false);
            _flow.ConcludeStart([job.Running]);
            return job;
        });

    /// <summary>Starts every item of a loop as a job, and waits for none.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    public async Task<IReadOnlyList<Job<TResult>>> StartEachAsync<TResult>(TaskInfo task, Func<IEnumerable<ScriptModule<TResult>>> modules)
        where TResult : TaskResult =>
        (await _flow.RunAsync(task, async task =>
        {
            var items = _flow.Evaluate(task, () => modules().ToList());
            var jobs = await Task.WhenAll(items.Select((module, item) =>
                _flow.GuardAsync(task, () => _tasks.StartAsync(task, module, item, _block.AskersOf(task))))).ConfigureAwait(false);
            if (jobs.Length == 0)
            {
                _flow.SkipEmpty(task);
            }
            else
            {
                _flow.ConcludeStart(jobs.Select(job => job.Running));
            }

            return (IReadOnlyList<Job<TResult>>)jobs;
        }).ConfigureAwait(false))!;

    /// <summary>Waits for a job; its failure is the failure of the task that started it. Joined once: later calls give the same result.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    public async Task<TResult> WaitAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult
    {
        if (IsUnasked(job))
        {
            return null!;
        }

        var running = job.Running;
        using (running.Waiting())
        {
            await _jobs.WaitAsync(running.End, running).ConfigureAwait(false);
        }

        if (!_block.HasSettled(running))
        {
            var result = await JoinAsync(running).ConfigureAwait(false);
            _jobs.Judge(running, result);
            return result;
        }

        try
        {
            return await running.JoinAsync().ConfigureAwait(false);
        }
        catch (UnreachableException lost)
        {
            return running.GaveUp(lost.Message);
        }
    }

    /// <summary>Waits for a job, if there is one.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job, if its task was not skipped.</param>
    public async Task<TResult?> WaitOptionalAsync<TResult>(Job<TResult>? job)
        where TResult : TaskResult => job is null ? null : await WaitAsync(job).ConfigureAwait(false);

    /// <summary>Waits for the jobs of a loop.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="jobs">The jobs, in item order.</param>
    public Task<IReadOnlyList<TResult>> WaitEachAsync<TResult>(IReadOnlyList<Job<TResult>> jobs)
        where TResult : TaskResult
    {
        if (jobs is null || jobs.Any(IsUnasked))
        {
            return Task.FromResult<IReadOnlyList<TResult>>(null!);
        }

        return EveryItemAsync(jobs.Count, item => WaitAsync(jobs[item]));
    }

    /// <summary>Waits for the jobs of a loop, if it was not skipped.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="jobs">The jobs, in item order.</param>
    public async Task<IReadOnlyList<TResult>?> WaitEachOptionalAsync<TResult>(IReadOnlyList<Job<TResult>>? jobs)
        where TResult : TaskResult => jobs is null ? null : await WaitEachAsync(jobs).ConfigureAwait(false);

    /// <summary>Whether nobody asks for a job: its task was not chosen, or the one that is passed by and all after it.</summary>
    private bool IsUnasked<TResult>(Job<TResult>? job)
        where TResult : TaskResult => job is null || (_flow.IsPassing && job.Running.Askers <= 0);

    /// <summary>One item after the other; those after a failed one, too.</summary>
    /// <exception cref="TaskFailedException">Items failed: the first of them, and how many.</exception>
    private static async Task<IReadOnlyList<T>> EveryItemAsync<T>(int count, Func<int, Task<T>> run)
    {
        var results = new List<T>(count);
        var failures = new List<TaskFailedException>();
        for (var item = 0; item < count; item++)
        {
            try
            {
                results.Add(await run(item).ConfigureAwait(false));
            }
            catch (TaskFailedException failure) when (failure.Owner is null)
            {
                failures.Add(failure);
            }
        }

        return failures switch
        {
            [] => results,
            [var first, ..] => throw new TaskFailedException(
                first.Task, first.Host, first.Result, $"{failures.Count} of {count} items failed, first {first.Result?.Label}: {first.Message}", first),
        };
    }

    /// <summary>Joins a job. What keeps its end from being known is the failure of its task on this host, except that this host is lost.</summary>
    private async Task<TResult> JoinAsync<TResult>(StartedJob<TResult> job)
        where TResult : TaskResult
    {
        try
        {
            return await job.JoinAsync().ConfigureAwait(false);
        }
        catch (UnreachableException lost) when (job.Place != Host)
        {
            throw _flow.Fail(job.Task, result: null, $"its job ran on {job.Place.Name}, which was lost: {lost.Message}", lost);
        }
        catch (Exception thrown) when (thrown is BecomeException or FormatException)
        {
            throw _flow.Fail(job.Task, result: null, thrown.Message, thrown);
        }
    }
}
