namespace Playbooks;

/// <summary>What a module may ask of the run that runs it: about jobs, handlers and what is known of the host.</summary>
/// <remarks>A module that waits, cancels or flushes says so by <see cref="ActionModule{TResult}.SteersRun"/>.</remarks>
public interface IEngine
{
    /// <summary>
    /// Waits for a job, and gives what it gave. With <c>[Retry(120, Delay = 60)]</c> on the task it gives up after that many looks: the result is then
    /// a failure with <see cref="TaskResult.GaveUp"/>, and the job goes on.
    /// </summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on.</param>
    /// <exception cref="UnreachableException">Its host was lost.</exception>
    /// <exception cref="InvalidOperationException">The module does not say that it steers the run.</exception>
    Task<TResult> WaitAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult;

    /// <summary>Looks at a job once, and waits for nothing.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="UnreachableException">Its host was lost.</exception>
    Task<JobStatus<TResult>> LookAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult;

    /// <summary>Ends a job, and gives its result when it is gone. The block does not judge it any more: the module does.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    /// <exception cref="UnreachableException">Its host was lost.</exception>
    /// <exception cref="InvalidOperationException">The module does not say that it steers the run.</exception>
    Task<TResult> CancelAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult;

    /// <summary>Removes what the jobs of the task's user have left on the host.</summary>
    /// <param name="olderThan">How long ago they must have ended, or have been lost.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The ids of those that were removed.</returns>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    Task<IReadOnlyList<string>> CleanJobsAsync(TimeSpan olderThan, CancellationToken cancellationToken);

    /// <summary>Runs the handlers that have been notified on this host so far, those of blocks too.</summary>
    /// <returns>The names of those that ran, in order.</returns>
    /// <exception cref="TaskFailedException">A handler failed.</exception>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    /// <exception cref="InvalidOperationException">The module does not say that it steers the run.</exception>
    Task<IReadOnlyList<string>> FlushHandlersAsync();

    /// <summary>Ends the connection to the host with all its shells; the next task makes a new one. Jobs go on, and so do the waits for them.</summary>
    Task ResetConnectionAsync();

    /// <summary>The facts of the host may have changed: the next task that needs them asks the host again.</summary>
    void ForgetFacts();
}
