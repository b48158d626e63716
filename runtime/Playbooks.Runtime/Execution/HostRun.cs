namespace Playbooks;

/// <summary>The run of a playbook on one host: what the generated code calls, one call a task, in order.</summary>
public sealed class HostRun
{
    internal HostRun(Host host, Play play)
    {
        Host = host;
        Play = play;
    }

    /// <summary>The host.</summary>
    public Host Host { get; }

    /// <summary>The run.</summary>
    public Play Play { get; }

    /// <summary>Begins a task that waits for jobs before it can be evaluated.</summary>
    /// <param name="task">The task.</param>
    public Task BeginAsync(TaskInfo task) => throw new NotSupportedException();

    /// <summary>Begins a task that a member of the playbook may skip.</summary>
    /// <param name="task">The task.</param>
    /// <param name="when">Whether it runs.</param>
    /// <returns>Whether it runs.</returns>
    public Task<bool> BeginAsync(TaskInfo task, Func<bool> when) => throw new NotSupportedException();

    /// <summary>Runs a task to its end.</summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does.</param>
    public Task<TResult> ExecuteAsync<TResult>(TaskInfo task, Func<Module<TResult>> module)
        where TResult : TaskResult => throw new NotSupportedException();

    /// <summary>Runs a task to its end, unless there is nothing to do.</summary>
    /// <typeparam name="TResult">What it gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does; <see langword="null"/> skips it.</param>
    public Task<TResult?> ExecuteOptionalAsync<TResult>(TaskInfo task, Func<Module<TResult>?> module)
        where TResult : TaskResult => throw new NotSupportedException();

    /// <summary>Runs every item of a loop to its end: one after the other, or as jobs side by side.</summary>
    /// <typeparam name="TResult">What each item gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    public Task<IReadOnlyList<TResult>> ExecuteEachAsync<TResult>(TaskInfo task, Func<IEnumerable<Module<TResult>>> modules)
        where TResult : TaskResult => throw new NotSupportedException();

    /// <summary>Starts a task as a job, and does not wait for it.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does.</param>
    public Task<Job<TResult>> StartAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>> module)
        where TResult : TaskResult => throw new NotSupportedException();

    /// <summary>Starts a task as a job, unless there is nothing to do, and does not wait for it.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="module">What it does; <see langword="null"/> skips it.</param>
    public Task<Job<TResult>?> StartOptionalAsync<TResult>(TaskInfo task, Func<ScriptModule<TResult>?> module)
        where TResult : TaskResult => throw new NotSupportedException();

    /// <summary>Starts every item of a loop as a job, and waits for none.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="modules">What each item does.</param>
    public Task<IReadOnlyList<Job<TResult>>> StartEachAsync<TResult>(TaskInfo task, Func<IEnumerable<ScriptModule<TResult>>> modules)
        where TResult : TaskResult => throw new NotSupportedException();

    /// <summary>Waits for a job; its failure is the failure of the task that started it. Joined once: later calls give the same result.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    public Task<TResult> WaitAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult => throw new NotSupportedException();

    /// <summary>Waits for a job, if there is one.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job, if its task was not skipped.</param>
    public Task<TResult?> WaitOptionalAsync<TResult>(Job<TResult>? job)
        where TResult : TaskResult => throw new NotSupportedException();

    /// <summary>Waits for the jobs of a loop.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="jobs">The jobs, in item order.</param>
    public Task<IReadOnlyList<TResult>> WaitEachAsync<TResult>(IReadOnlyList<Job<TResult>> jobs)
        where TResult : TaskResult => throw new NotSupportedException();

    /// <summary>Waits for the jobs of a loop, if it was not skipped.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="jobs">The jobs, in item order.</param>
    public Task<IReadOnlyList<TResult>?> WaitEachOptionalAsync<TResult>(IReadOnlyList<Job<TResult>>? jobs)
        where TResult : TaskResult => throw new NotSupportedException();
}
