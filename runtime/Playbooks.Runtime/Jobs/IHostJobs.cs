using Playbooks.Jobs.Following;

namespace Playbooks.Jobs;

/// <summary>The background jobs on one host.</summary>
internal interface IHostJobs : IAsyncDisposable
{
    /// <summary>Is told why ends are known at the next look only, once for each reason. Nobody by default.</summary>
    Action<string> Unwatched
    {
        get => static _ => { };
        set { }
    }

    /// <summary>Is told who lingers from now on, so that jobs outlive the login. Nobody by default.</summary>
    Action<string> Lingers
    {
        get => static _ => { };
        set { }
    }

    /// <summary>Starts a job at most once: where the id is claimed already, that job is it. A lost connection is mended until the limit.</summary>
    /// <exception cref="UnreachableException">The host could not be reached until the job's limit.</exception>
    /// <exception cref="JobStartException">The host answered that it cannot run it, or it would end with the login there; nothing was started.</exception>
    Task<JobHandle> StartAsync(JobSpec job, CancellationToken cancellationToken);

    /// <summary>
    /// Completes at the job's end. One blocking wait a host and user serves all that is waited for. A lost connection is mended
    /// with back-off until the job's limit and its grace are over.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="poll">The longest that a look may take to come.</param>
    /// <param name="looked">Called at each look that does not find its end: whether the host answered.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    /// <exception cref="UnreachableException">The host could not be reached until the job's limit.</exception>
    Task<JobEnd> WaitAsync(JobHandle job, TimeSpan poll, Action<bool>? looked, CancellationToken cancellationToken);

    /// <summary>Looks once: the state, and the end if it has one.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<(JobState State, JobEnd? End)> LookAsync(JobHandle job, CancellationToken cancellationToken);

    /// <summary>Reads the last part of its output.</summary>
    /// <param name="job">The job.</param>
    /// <param name="most">The most bytes of each stream.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<JobOutput> ReadAsync(JobHandle job, int most, CancellationToken cancellationToken);

    /// <summary>Asks how much it has printed so far, in bytes.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<(long Stdout, long Stderr)> MeasureAsync(JobHandle job, CancellationToken cancellationToken);

    /// <summary>
    /// Follows a job's output as it comes: about once a second, and over lost connections, which neither repeat nor lose anything.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="take">Takes each part, one after the other.</param>
    /// <param name="stdout">Where to begin in its output, in bytes.</param>
    /// <param name="stderr">Where to begin in its errors, in bytes.</param>
    /// <returns>The following, which is told of the job's end to read what is left.</returns>
    FollowedJob Follow(JobHandle job, Action<JobChunk> take, long stdout = 0, long stderr = 0);

    /// <summary>
    /// Reads the last part of an ended job's output. A lost connection is mended with back-off until the job's limit, and for a minute at least.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="most">The most bytes of each stream.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<JobOutput> ReadEndAsync(JobHandle job, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a job: TERM to all its processes, the grace, KILL. It is gone when this returns. Twice is fine; a job that has ended keeps its state.
    /// </summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<JobEnd> CancelAsync(JobHandle job, TimeSpan grace, CancellationToken cancellationToken);

    /// <summary>Removes what an ended job left on the host. A job that runs is left alone.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task RemoveAsync(JobHandle job, CancellationToken cancellationToken);

    /// <summary>Removes the directories of jobs that have ended, or were lost, longer ago than this.</summary>
    /// <returns>The ids of what was removed.</returns>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    Task<IReadOnlyList<string>> CleanAsync(string? user, TimeSpan olderThan, CancellationToken cancellationToken);
}
