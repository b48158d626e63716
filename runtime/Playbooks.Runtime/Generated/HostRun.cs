using System.ComponentModel;
using Playbooks.Execution;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Tasks;

namespace Playbooks.Generated;

/// <summary>The run of a playbook or block on one host. The generated code calls the methods of this class for each task, in order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HostRun
{
    private readonly BlockScope _scope;
    private readonly BlockEnd _end;
    private readonly BlockRunner _blocks;
    private readonly TaskRunner _tasks;
    private readonly JobJoins _joins;
    private readonly BranchStarter _branches;
    private readonly AcrossResults _across;

    /// <summary>Creates the run of a playbook or block on a host.</summary>
    internal HostRun(BlockScope scope)
    {
        _scope = scope;
        _end = new BlockEnd(scope);
        _blocks = new BlockRunner(scope);
        _tasks = new TaskRunner(scope, new HandlerRunner(scope, _blocks));
        _joins = new JobJoins(scope);
        _branches = new BranchStarter(scope);
        _across = new AcrossResults(scope, _branches, _joins);
    }

    /// <summary>The host.</summary>
    public Host Host => _scope.Host;

    /// <summary>The run of the playbook on all hosts.</summary>
    public Play Play => _scope.Run.Play;

    /// <summary>Why the block or playbook has failed on this host; <see langword="null"/> if it has not failed.</summary>
    public Failure? Failure => _scope.Block.Failure;

    /// <summary>The facts of the host.</summary>
    /// <exception cref="InvalidOperationException">The facts have not been gathered.</exception>
    public Facts Facts => _scope.Endpoint.Facts ?? throw new InvalidOperationException("The facts of the host have not been gathered.");

    /// <summary>Returns the typed variables of the host.</summary>
    /// <typeparam name="TVars">The <c>[HostVars]</c> record.</typeparam>
    public TVars Vars<TVars>()
        where TVars : class, IHostVars => (TVars)_scope.Endpoint.VarsOf(TVars.Outline);

    /// <summary>Begins a task whose member can only be called after jobs have ended.</summary>
    /// <param name="task">The task.</param>
    public Task BeginAsync(TaskInfo task) => _scope.Boundaries.BeginAsync(task);

    /// <summary>Begins a task that has a condition (<c>[When]</c>).</summary>
    /// <param name="task">The task.</param>
    /// <param name="when">Evaluates the condition: <see langword="false"/> skips the task.</param>
    /// <returns>Whether the task runs.</returns>
    public Task<bool> BeginAsync(TaskInfo task, Func<bool> when) => _scope.Boundaries.DecideAsync(task, when);

    /// <summary>Gathers the facts of the host, once per run, for a task that has begun.</summary>
    /// <exception cref="TaskFailedException">The host does not report its facts.</exception>
    /// <exception cref="UnreachableException">The host could not be reached, or its connection was lost.</exception>
    public Task GatherFactsAsync() => new HostFacts(_scope).GatherAsync();

    /// <summary>Runs a task to its end.</summary>
    /// <typeparam name="TResult">The type of the task's result.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">Returns the module to run.</param>
    /// <param name="limit">Computes the limit of the task's job; <see langword="null"/> if no member of the playbook computes a limit.</param>
    public Task<TResult> ExecuteAsync<TResult>(TaskInfo task, Func<Module<TResult>> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.RunAsync(task, module, limit)!;

    /// <summary>Runs a task to its end, or skips it if its member returns <see langword="null"/>.</summary>
    /// <typeparam name="TResult">The type of the task's result.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">Returns the module to run; <see langword="null"/> skips the task.</param>
    /// <param name="limit">Computes the limit of the task's job; <see langword="null"/> if no member of the playbook computes a limit.</param>
    public Task<TResult?> ExecuteOptionalAsync<TResult>(TaskInfo task, Func<Module<TResult>?> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.RunAsync(task, module, limit);

    /// <summary>
    /// Runs every item of a loop to its end. The items run one after the other, as jobs at the same time, or as many at a time as the task allows.
    /// </summary>
    /// <typeparam name="TResult">The type of each item's result.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">Returns one module for each item.</param>
    /// <param name="limit">Computes the limit of each job; <see langword="null"/> if no member of the playbook computes a limit.</param>
    public Task<IReadOnlyList<TResult>> ExecuteEachAsync<TResult>(TaskInfo task, Func<IEnumerable<Module<TResult>>> modules, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.RunEachAsync(task, modules, limit)!;

    /// <summary>
    /// Runs every item of a loop to its end. Returns <see langword="null"/> if the host becomes unreachable and the task has <c>[IgnoreUnreachable]</c>.
    /// </summary>
    /// <typeparam name="TResult">The type of each item's result.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">Returns one module for each item.</param>
    /// <param name="limit">Computes the limit of each job; <see langword="null"/> if no member of the playbook computes a limit.</param>
    public Task<IReadOnlyList<TResult>?> ExecuteEachOptionalAsync<TResult>(
        TaskInfo task, Func<IEnumerable<Module<TResult>>> modules, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.RunEachAsync(task, modules, limit);

    /// <summary>Starts a task as a job, and does not wait for it.</summary>
    /// <typeparam name="TResult">The type of the job's result.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">Returns the module to run.</param>
    /// <param name="limit">Computes the limit of the job; <see langword="null"/> if no member of the playbook computes a limit.</param>
    public Task<Job<TResult>> StartAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.StartAsync(task, module, limit)!;

    /// <summary>Starts a task as a job and does not wait for it, or skips the task if its member returns <see langword="null"/>.</summary>
    /// <typeparam name="TResult">The type of the job's result.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">Returns the module to run; <see langword="null"/> skips the task.</param>
    /// <param name="limit">Computes the limit of the job; <see langword="null"/> if no member of the playbook computes a limit.</param>
    public Task<Job<TResult>?> StartOptionalAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>?> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.StartAsync(task, module, limit);

    /// <summary>Starts every item of a loop as a job, and waits for none of them.</summary>
    /// <typeparam name="TResult">The type of each job's result.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">Returns one module for each item.</param>
    /// <param name="limit">Computes the limit of each job; <see langword="null"/> if no member of the playbook computes a limit.</param>
    public Task<IReadOnlyList<Job<TResult>>> StartEachAsync<TResult>(
        TaskInfo task, Func<IEnumerable<ScriptModule<TResult>>> modules, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.StartEachAsync(task, modules, limit);

    /// <summary>Waits for a job and returns its result. If the job fails, the task that started the job fails. Later calls return the same result.</summary>
    /// <typeparam name="TResult">The type of the job's result.</typeparam>
    /// <param name="job">The job.</param>
    public Task<TResult> WaitAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult => _joins.OfAskedAsync(job);

    /// <summary>Waits for a job; returns <see langword="null"/> if no job was started.</summary>
    /// <typeparam name="TResult">The type of the job's result.</typeparam>
    /// <param name="job">The job; <see langword="null"/> if its task was skipped.</param>
    public async Task<TResult?> WaitOptionalAsync<TResult>(Job<TResult>? job)
        where TResult : TaskResult => job is null ? null : await _joins.OfAskedAsync(job).ConfigureAwait(false);

    /// <summary>Waits for the jobs of a loop.</summary>
    /// <typeparam name="TResult">The type of each job's result.</typeparam>
    /// <param name="jobs">The jobs, in item order.</param>
    public Task<IReadOnlyList<TResult>> WaitEachAsync<TResult>(IReadOnlyList<Job<TResult>> jobs)
        where TResult : TaskResult => _joins.OfEachAskedAsync(jobs);

    /// <summary>Waits for the jobs of a loop, if the loop was not skipped.</summary>
    /// <typeparam name="TResult">The type of each job's result.</typeparam>
    /// <param name="jobs">The jobs, in item order; <see langword="null"/> if the loop was skipped.</param>
    public async Task<IReadOnlyList<TResult>?> WaitEachOptionalAsync<TResult>(IReadOnlyList<Job<TResult>>? jobs)
        where TResult : TaskResult => jobs is null ? null : await _joins.OfEachAskedAsync(jobs).ConfigureAwait(false);

    /// <summary>Starts a branch, and does not wait for it.</summary>
    /// <typeparam name="T">The type of the branch's result.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="work">Runs the task.</param>
    public Task<Branch<T>> BranchAsync<T>(TaskInfo task, Func<HostRun, Task<T>> work)
        where T : class? => _branches.StartAsync(task, work);

    /// <summary>
    /// Waits for a branch, and returns the result of its <c>[Parallel]</c> task. If the task has failed, this method throws the task's failure.
    /// </summary>
    /// <typeparam name="T">The type of the branch's result.</typeparam>
    /// <param name="branch">The branch.</param>
    public Task<T> JoinAsync<T>(Branch<T> branch)
        where T : class? => _branches.JoinAsync(branch);

    /// <summary>Waits for a branch; returns <see langword="null"/> if no branch was started.</summary>
    /// <typeparam name="T">The type of the branch's result.</typeparam>
    /// <param name="branch">The branch; <see langword="null"/> if its task was skipped.</param>
    public async Task<T?> JoinOptionalAsync<T>(Branch<T>? branch)
        where T : class? => branch is null ? null : await _branches.JoinAsync(branch).ConfigureAwait(false);

    /// <summary>Runs the tasks of a block.</summary>
    /// <typeparam name="TResults">The type that holds the results of the block's tasks.</typeparam>
    /// <param name="task">The task whose member returns the block.</param>
    /// <param name="block">Returns the block.</param>
    public Task<TResults> RunBlockAsync<TResults>(TaskInfo task, Func<IBlock<TResults>> block)
        where TResults : class => _blocks.RunAsync(task, block)!;

    /// <summary>Runs the tasks of a block, or skips the block if the member returns <see langword="null"/>.</summary>
    /// <typeparam name="TResults">The type that holds the results of the block's tasks.</typeparam>
    /// <param name="task">The task whose member returns the block.</param>
    /// <param name="block">Returns the block; <see langword="null"/> skips it.</param>
    public Task<TResults?> RunBlockOptionalAsync<TResults>(TaskInfo task, Func<IBlock<TResults>?> block)
        where TResults : class => _blocks.RunAsync(task, block);

    /// <summary>Runs the blocks of a loop, one after the other or at the same time. If a block fails, the other blocks still run to their ends.</summary>
    /// <typeparam name="TResults">The type that holds the results of each block's tasks.</typeparam>
    /// <param name="task">The task whose member returns the blocks.</param>
    /// <param name="blocks">Returns the blocks.</param>
    public Task<IReadOnlyList<TResults>> RunBlockEachAsync<TResults>(TaskInfo task, Func<IEnumerable<IBlock<TResults>>> blocks)
        where TResults : class => _blocks.RunEachAsync(task, blocks);

    /// <summary>Returns whether a handler was notified since its last run. A call that returns <see langword="true"/> counts as a run of the handler.</summary>
    /// <param name="handler">The handler.</param>
    public bool IsNotified(TaskInfo handler) => _scope.Block.TakesTurn(handler);

    /// <summary>Returns the result or the job of a task that may not have run; for a loop, the list of its results or jobs.</summary>
    /// <typeparam name="T">The type of the result, the job or the list.</typeparam>
    /// <param name="task">A task of the same playbook or block.</param>
    /// <returns>The result, the job or the list; <see langword="null"/> if the task did not run, or if its job was on a host that became unreachable.</returns>
    public T? Given<T>(TaskInfo task)
        where T : class => _scope.Block.Given<T>(task);

    /// <summary>Returns the results of a task on all hosts of the batch.</summary>
    /// <typeparam name="T">The type of the task's result on one host.</typeparam>
    /// <param name="task">A task of the same playbook or block.</param>
    public Task<AcrossHosts<T>> AcrossAsync<T>(TaskInfo task)
        where T : class => _across.OfAsync<T>(task);

    /// <summary>Waits for the jobs that a task has started on all hosts of the batch, and returns their results.</summary>
    /// <typeparam name="T">The type of each job's result.</typeparam>
    /// <param name="task">A task of the same playbook or block.</param>
    /// <exception cref="TaskFailedException">The job on this host failed.</exception>
    public Task<AcrossHosts<T>> AcrossJobsAsync<T>(TaskInfo task)
        where T : TaskResult => _across.OfJobsAsync<T>(task);

    /// <summary>Waits for the jobs that a loop has started on all hosts of the batch, and returns their results.</summary>
    /// <typeparam name="T">The type of each job's result.</typeparam>
    /// <param name="task">A task of the same playbook or block.</param>
    /// <exception cref="TaskFailedException">A job on this host failed.</exception>
    public Task<AcrossHosts<IReadOnlyList<T>>> AcrossEachJobAsync<T>(TaskInfo task)
        where T : TaskResult => _across.OfEachJobAsync<T>(task);

    /// <summary>
    /// Ends the main part of the playbook or block: its jobs are joined, cancelled or left. If there are <c>[Rescue]</c> or <c>[Always]</c> tasks, a second
    /// call, after these tasks, does the same for their jobs.
    /// </summary>
    /// <exception cref="TaskFailedException">A job failed.</exception>
    public Task EndAsync() => _end.EndAsync();

    /// <summary>
    /// Returns whether <c>[Rescue]</c> and <c>[Always]</c> tasks run after an exception. These tasks run after any exception, but not after the interruption of
    /// the run.
    /// </summary>
    /// <param name="thrown">The exception that the main part threw.</param>
    public bool Handles(Exception thrown) => _end.Handles(thrown);

    /// <summary>
    /// Ends the main part, or the <c>[Rescue]</c> tasks, after a failure. The other jobs are cancelled, and have ended when this method returns. Exceptions:
    /// jobs with <see cref="AtEnd.Leave"/> run on; jobs of tasks that run once for all hosts, and jobs on an unreachable host, are cancelled later.
    /// </summary>
    /// <param name="thrown">The exception that was thrown.</param>
    /// <exception cref="TaskFailedException">No <c>[Rescue]</c> task handles this failure.</exception>
    /// <exception cref="UnreachableException">No <c>[Rescue]</c> task handles an unreachable host.</exception>
    public Task FailAsync(Exception thrown) => _end.FailAsync(thrown);

    /// <summary>Records that all <c>[Rescue]</c> tasks have succeeded: the host continues as if nothing had failed.</summary>
    public void Rescued() => _end.Rescued();
}
