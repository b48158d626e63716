using System.ComponentModel;
using Playbooks.Execution;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Tasks;

namespace Playbooks.Generated;

/// <summary>The run of a playbook on one host: what the generated code calls, one call a task, in order.</summary>
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

    /// <summary>A playbook or block on a host.</summary>
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

    /// <summary>The run.</summary>
    public Play Play => _scope.Run.Play;

    /// <summary>Why the block or playbook has failed on this host; <see langword="null"/> as long as it has not.</summary>
    public Failure? Failure => _scope.Block.Failure;

    /// <summary>The facts of the host, which must have been gathered.</summary>
    /// <exception cref="InvalidOperationException">They have not.</exception>
    public Facts Facts => _scope.Endpoint.Facts ?? throw new InvalidOperationException("The host has not been asked for its facts.");

    /// <summary>The typed variables of the host.</summary>
    /// <typeparam name="TVars">The <c>[HostVars]</c> record.</typeparam>
    public TVars Vars<TVars>()
        where TVars : class, IHostVars => (TVars)_scope.Endpoint.VarsOf(TVars.Outline);

    /// <summary>Begins a task that waits for jobs before it can be evaluated.</summary>
    /// <param name="task">The task.</param>
    public Task BeginAsync(TaskInfo task) => _scope.Boundaries.BeginAsync(task);

    /// <summary>Begins a task that a member of the playbook may skip.</summary>
    /// <param name="task">The task.</param>
    /// <param name="when">Whether it runs.</param>
    /// <returns>Whether it runs.</returns>
    public Task<bool> BeginAsync(TaskInfo task, Func<bool> when) => _scope.Boundaries.DecideAsync(task, when);

    /// <summary>Asks the host for its facts, once a run, for a task that has begun.</summary>
    /// <exception cref="TaskFailedException">It does not tell them.</exception>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    public Task GatherFactsAsync() => new HostFacts(_scope).GatherAsync();

    /// <summary>Runs a task to its end.</summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does.</param>
    /// <param name="limit">The limit of its job, where a member of the playbook computes it.</param>
    public Task<TResult> ExecuteAsync<TResult>(TaskInfo task, Func<Module<TResult>> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.RunAsync(task, module, limit)!;

    /// <summary>Runs a task to its end, unless there is nothing to do.</summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does; <see langword="null"/> skips it.</param>
    /// <param name="limit">The limit of its job, where a member of the playbook computes it.</param>
    public Task<TResult?> ExecuteOptionalAsync<TResult>(TaskInfo task, Func<Module<TResult>?> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.RunAsync(task, module, limit);

    /// <summary>Runs every item of a loop to its end: one after the other, as jobs side by side, or so many at once as the task says.</summary>
    /// <typeparam name="TResult">What each item gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    /// <param name="limit">The limit of each job, where a member of the playbook computes it.</param>
    public Task<IReadOnlyList<TResult>> ExecuteEachAsync<TResult>(TaskInfo task, Func<IEnumerable<Module<TResult>>> modules, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.RunEachAsync(task, modules, limit)!;

    /// <summary>Runs every item of a loop to its end, unless the host is lost and the task ignores that.</summary>
    /// <typeparam name="TResult">What each item gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    /// <param name="limit">The limit of each job, where a member of the playbook computes it.</param>
    public Task<IReadOnlyList<TResult>?> ExecuteEachOptionalAsync<TResult>(
        TaskInfo task, Func<IEnumerable<Module<TResult>>> modules, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.RunEachAsync(task, modules, limit);

    /// <summary>Starts a task as a job, and does not wait for it.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does.</param>
    /// <param name="limit">The limit of its job, where a member of the playbook computes it.</param>
    public Task<Job<TResult>> StartAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.StartAsync(task, module, limit)!;

    /// <summary>Starts a task as a job, unless there is nothing to do, and does not wait for it.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does; <see langword="null"/> skips it.</param>
    /// <param name="limit">The limit of its job, where a member of the playbook computes it.</param>
    public Task<Job<TResult>?> StartOptionalAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>?> module, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.StartAsync(task, module, limit);

    /// <summary>Starts every item of a loop as a job, and waits for none.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    /// <param name="limit">The limit of each job, where a member of the playbook computes it.</param>
    public Task<IReadOnlyList<Job<TResult>>> StartEachAsync<TResult>(
        TaskInfo task, Func<IEnumerable<ScriptModule<TResult>>> modules, Func<JobLimit>? limit = null)
        where TResult : TaskResult => _tasks.StartEachAsync(task, modules, limit);

    /// <summary>Waits for a job; its failure is the failure of the task that started it. Joined once: later calls give the same result.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    public Task<TResult> WaitAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult => _joins.OfAskedAsync(job);

    /// <summary>Waits for a job, if there is one.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job, if its task was not skipped.</param>
    public async Task<TResult?> WaitOptionalAsync<TResult>(Job<TResult>? job)
        where TResult : TaskResult => job is null ? null : await _joins.OfAskedAsync(job).ConfigureAwait(false);

    /// <summary>Waits for the jobs of a loop.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="jobs">The jobs, in item order.</param>
    public Task<IReadOnlyList<TResult>> WaitEachAsync<TResult>(IReadOnlyList<Job<TResult>> jobs)
        where TResult : TaskResult => _joins.OfEachAskedAsync(jobs);

    /// <summary>Waits for the jobs of a loop, if it was not skipped.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="jobs">The jobs, in item order.</param>
    public async Task<IReadOnlyList<TResult>?> WaitEachOptionalAsync<TResult>(IReadOnlyList<Job<TResult>>? jobs)
        where TResult : TaskResult => jobs is null ? null : await _joins.OfEachAskedAsync(jobs).ConfigureAwait(false);

    /// <summary>Starts a task that runs beside those that follow it, and does not wait for it.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="work">Runs it.</param>
    public Task<Branch<T>> BranchAsync<T>(TaskInfo task, Func<HostRun, Task<T>> work)
        where T : class? => _branches.StartAsync(task, work);

    /// <summary>Waits for a branch; its failure is that of its task.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="branch">The branch.</param>
    public Task<T> JoinAsync<T>(Branch<T> branch)
        where T : class? => _branches.JoinAsync(branch);

    /// <summary>Waits for a branch, if there is one.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="branch">The branch, if its task was not skipped.</param>
    public async Task<T?> JoinOptionalAsync<T>(Branch<T>? branch)
        where T : class? => branch is null ? null : await _branches.JoinAsync(branch).ConfigureAwait(false);

    /// <summary>Runs the tasks of a block.</summary>
    /// <typeparam name="TResults">What they give.</typeparam>
    /// <param name="task">The member that returns the block.</param>
    /// <param name="block">The block.</param>
    public Task<TResults> RunBlockAsync<TResults>(TaskInfo task, Func<IBlock<TResults>> block)
        where TResults : class => _blocks.RunAsync(task, block)!;

    /// <summary>Runs the tasks of a block, unless there is nothing to do.</summary>
    /// <typeparam name="TResults">What they give.</typeparam>
    /// <param name="task">The member that returns the block.</param>
    /// <param name="block">The block; <see langword="null"/> skips it.</param>
    public Task<TResults?> RunBlockOptionalAsync<TResults>(TaskInfo task, Func<IBlock<TResults>?> block)
        where TResults : class => _blocks.RunAsync(task, block);

    /// <summary>Runs the blocks of a loop, one after the other or side by side; the others run to their ends where one fails.</summary>
    /// <typeparam name="TResults">What the tasks of each give.</typeparam>
    /// <param name="task">The member that returns the blocks.</param>
    /// <param name="blocks">The blocks.</param>
    public Task<IReadOnlyList<TResults>> RunBlockEachAsync<TResults>(TaskInfo task, Func<IEnumerable<IBlock<TResults>>> blocks)
        where TResults : class => _blocks.RunEachAsync(task, blocks);

    /// <summary>Whether a handler was notified since it ran last; it has its turn now.</summary>
    /// <param name="handler">The handler.</param>
    public bool IsNotified(TaskInfo handler) => _scope.Block.TakesTurn(handler);

    /// <summary>What a task gave that may not have run: its result, its job, or those of a loop.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="task">The task, of the same playbook or block.</param>
    /// <returns>What it gave; <see langword="null"/> where it did not run, or is a job on a host that was lost.</returns>
    public T? Given<T>(TaskInfo task)
        where T : class => _scope.Block.Given<T>(task);

    /// <summary>The results of a task on all hosts of the batch.</summary>
    /// <typeparam name="T">What it gave on each.</typeparam>
    /// <param name="task">The task, of the same playbook or block.</param>
    public Task<AcrossHosts<T>> AcrossAsync<T>(TaskInfo task)
        where T : class => _across.OfAsync<T>(task);

    /// <summary>The results of the jobs that a task started on all hosts of the batch; waits for them.</summary>
    /// <typeparam name="T">What each job gives.</typeparam>
    /// <param name="task">The task, of the same playbook or block.</param>
    /// <exception cref="TaskFailedException">This host's own job failed.</exception>
    public Task<AcrossHosts<T>> AcrossJobsAsync<T>(TaskInfo task)
        where T : TaskResult => _across.OfJobsAsync<T>(task);

    /// <summary>The results of the jobs that a loop started on all hosts of the batch; waits for them.</summary>
    /// <typeparam name="T">What each job gives.</typeparam>
    /// <param name="task">The task, of the same playbook or block.</param>
    /// <exception cref="TaskFailedException">A job of this host's own failed.</exception>
    public Task<AcrossHosts<IReadOnlyList<T>>> AcrossEachJobAsync<T>(TaskInfo task)
        where T : TaskResult => _across.OfEachJobAsync<T>(task);

    /// <summary>
    /// Ends the main part of the playbook or block and, where it has other parts, the second time the whole: its jobs are joined, cancelled or left.
    /// </summary>
    /// <exception cref="TaskFailedException">A job failed.</exception>
    public Task EndAsync() => _end.EndAsync();

    /// <summary>Whether an exception is what <c>[Rescue]</c> and <c>[Always]</c> are for: anything but the interruption of the run.</summary>
    /// <param name="thrown">What the main part threw.</param>
    public bool Handles(Exception thrown) => _end.Handles(thrown);

    /// <summary>
    /// Ends the main part, or what was to rescue from its failure, after a failure: its other jobs are cancelled, and gone when this returns.
    /// </summary>
    /// <param name="thrown">What was thrown.</param>
    /// <exception cref="TaskFailedException">No <c>[Rescue]</c> task is for this failure.</exception>
    /// <exception cref="UnreachableException">No <c>[Rescue]</c> task is for the loss of the host.</exception>
    public Task FailAsync(Exception thrown) => _end.FailAsync(thrown);

    /// <summary>All <c>[Rescue]</c> tasks have succeeded: the host goes on as if nothing had failed.</summary>
    public void Rescued() => _end.Rescued();
}
