namespace Playbooks;

/// <summary>What modules ask of the background jobs; the engine knows how.</summary>
internal interface IJobLooks
{
    /// <summary>Waits for a job, and gives its result.</summary>
    /// <exception cref="UnreachableException">Its host was lost.</exception>
    Task<TResult> WaitAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult;

    /// <summary>Looks at a job once.</summary>
    /// <exception cref="UnreachableException">Its host was lost.</exception>
    Task<JobStatus<TResult>> LookAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult;

    /// <summary>Ends a job, gives its result when it is gone, and takes that into account.</summary>
    /// <exception cref="UnreachableException">Its host was lost.</exception>
    Task<TResult> CancelAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult;

    /// <summary>Removes what the jobs of the task's user have left that ended longer ago than this; gives their ids.</summary>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    Task<IReadOnlyList<string>> CleanAsync(TimeSpan olderThan, CancellationToken cancellationToken);
}
