using Playbooks.Jobs.Following;

namespace Playbooks.Jobs;

/// <summary>The jobs on one host.</summary>
internal interface IHostJobs : IAsyncDisposable
{
    /// <summary>Called once for each reason why the ends of jobs are only noticed by the next check. Does nothing by default.</summary>
    Action<string> Unwatched
    {
        get => static _ => { };
        set { }
    }

    /// <summary>Called with each user for whom lingering was enabled, so that jobs outlive the login. Does nothing by default.</summary>
    Action<string> Lingers
    {
        get => static _ => { };
        set { }
    }

    /// <summary>
    /// Starts a job at most once: if a job with this id was already started, that job is returned. A lost connection is made again until the job's limit.
    /// </summary>
    /// <exception cref="UnreachableException">The host could not be reached until the job's limit.</exception>
    /// <exception cref="JobStartException">The host cannot run the job, or the job would end at logout. Nothing was started.</exception>
    Task<JobHandle> StartAsync(JobSpec job, CancellationToken cancellationToken);

    /// <summary>
    /// Waits for the end of a job. One blocking wait per host and user serves all jobs. A lost connection is made again, with growing pauses, until the job's
    /// limit and grace are over.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="poll">The longest time between two checks.</param>
    /// <param name="looked">Called after each check that does not find the job's end, with whether the host answered.</param>
    /// <param name="cancellationToken">Ends the wait, not the job.</param>
    /// <exception cref="UnreachableException">The host could not be reached until the job's limit.</exception>
    Task<JobEnd> WaitAsync(JobHandle job, TimeSpan poll, Action<bool>? looked, CancellationToken cancellationToken);

    /// <summary>Checks the job once. Returns its state, and its end if it has ended.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<(JobState State, JobEnd? End)> LookAsync(JobHandle job, CancellationToken cancellationToken);

    /// <summary>Reads the last part of the job's output.</summary>
    /// <param name="job">The job.</param>
    /// <param name="most">The maximum number of bytes of each stream.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<JobOutput> ReadAsync(JobHandle job, int most, CancellationToken cancellationToken);

    /// <summary>Returns how many bytes the job has printed so far.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<(long Stdout, long Stderr)> MeasureAsync(JobHandle job, CancellationToken cancellationToken);

    /// <summary>Follows a job's output while it runs, with a read about once a second. A lost connection neither repeats nor loses any output.</summary>
    /// <param name="job">The job.</param>
    /// <param name="take">Receives each chunk, one after the other.</param>
    /// <param name="stdout">The position in standard output at which to begin, in bytes.</param>
    /// <param name="stderr">The position in standard error at which to begin, in bytes.</param>
    /// <returns>The followed job. When the job has ended, it can read the remaining output.</returns>
    FollowedJob Follow(JobHandle job, Action<JobChunk> take, long stdout = 0, long stderr = 0);

    /// <summary>
    /// Reads the last part of the output of a job that has ended. A lost connection is made again, with growing pauses, until the job's limit, and for at
    /// least a minute.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="most">The maximum number of bytes of each stream.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<JobOutput> ReadEndAsync(JobHandle job, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a job: signal TERM to all its processes, the grace, signal KILL. The job is gone when this returns. A job that has already ended keeps its state.
    /// </summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<JobEnd> CancelAsync(JobHandle job, TimeSpan grace, CancellationToken cancellationToken);

    /// <summary>Removes what a job that has ended left on the host. Does nothing to a job that still runs.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task RemoveAsync(JobHandle job, CancellationToken cancellationToken);

    /// <summary>Removes the directories of jobs that ended or were lost longer ago than the given time.</summary>
    /// <returns>The ids of the removed jobs.</returns>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<IReadOnlyList<string>> CleanAsync(string? user, TimeSpan olderThan, CancellationToken cancellationToken);
}
