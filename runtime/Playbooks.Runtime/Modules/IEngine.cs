namespace Playbooks;

/// <summary>The interface of the run for its modules: jobs, handlers, the connection and the facts of the host.</summary>
/// <remarks>
/// A module that waits for jobs, cancels jobs or runs handlers must override <see cref="ActionModule{TResult}.SteersRun"/> to return <see langword="true"/>.
/// </remarks>
public interface IEngine
{
    /// <summary>
    /// Waits for a job, and returns the job's result. With <c>[Retry(120, Delay = 60)]</c> on the task, the method gives up after that number of checks. The
    /// result is then a failure with <see cref="TaskResult.GaveUp"/> set, and the job continues.
    /// </summary>
    /// <typeparam name="TResult">The type of the job's result.</typeparam>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Ends the wait; the job continues.</param>
    /// <exception cref="UnreachableException">The connection to the job's host was lost.</exception>
    /// <exception cref="InvalidOperationException">The module's <c>SteersRun</c> is <see langword="false"/>.</exception>
    Task<TResult> WaitAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult;

    /// <summary>Checks a job once, and does not wait for its end.</summary>
    /// <typeparam name="TResult">The type of the job's result.</typeparam>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <exception cref="UnreachableException">The connection to the job's host was lost.</exception>
    Task<JobStatus<TResult>> LookAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult;

    /// <summary>
    /// Ends a job, and returns its result when none of its processes is left. The block then no longer fails because of this job; the module decides.
    /// </summary>
    /// <typeparam name="TResult">The type of the job's result.</typeparam>
    /// <param name="job">The job.</param>
    /// <exception cref="UnreachableException">The connection to the job's host was lost.</exception>
    /// <exception cref="InvalidOperationException">The module's <c>SteersRun</c> is <see langword="false"/>.</exception>
    Task<TResult> CancelAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult;

    /// <summary>Removes the directories of old jobs of the task's user from the host.</summary>
    /// <param name="olderThan">How long ago a job must have ended, or have been lost.</param>
    /// <param name="cancellationToken">Ends the removal early.</param>
    /// <returns>The ids of the removed jobs.</returns>
    /// <exception cref="UnreachableException">The connection to the host was lost.</exception>
    Task<IReadOnlyList<string>> CleanJobsAsync(TimeSpan olderThan, CancellationToken cancellationToken);

    /// <summary>Runs the handlers that have been notified on this host so far, including those of blocks.</summary>
    /// <returns>The names of the handlers that ran, in order.</returns>
    /// <exception cref="TaskFailedException">A handler failed.</exception>
    /// <exception cref="UnreachableException">The connection to the host was lost.</exception>
    /// <exception cref="InvalidOperationException">The module's <c>SteersRun</c> is <see langword="false"/>.</exception>
    Task<IReadOnlyList<string>> FlushHandlersAsync();

    /// <summary>Closes the connection to the host and all its shells; the next task opens a new one. Jobs continue, and so do the waits for them.</summary>
    Task ResetConnectionAsync();

    /// <summary>Discards the facts of the host, because they may have changed. The next task that needs facts gathers them again.</summary>
    void ForgetFacts();
}
