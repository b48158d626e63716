namespace Playbooks;

/// <summary>
/// A job on a host, with everything that is needed to find it again. In check mode, a job is only predicted: the job counts as ended, and never existed on the
/// host. Its <see cref="Directory"/> is empty and its <see cref="Limit"/> is zero.
/// </summary>
/// <typeparam name="TResult">The type of the result that the job has when it has ended.</typeparam>
public sealed class Job<TResult>
    where TResult : TaskResult
{
    internal Job(IJob<TResult> started) => Behind = started;

    /// <summary>The job's id, which is also the name of its directory.</summary>
    public string Id => Behind.Id;

    /// <summary>The name of the host on which the job runs.</summary>
    public string Host => Behind.Host;

    /// <summary>The user as whom the job runs.</summary>
    public string User => Behind.User;

    /// <summary>The path of the job's directory on the host.</summary>
    public string Directory => Behind.Directory;

    /// <summary>When the job started, by the host's clock.</summary>
    public DateTimeOffset Started => Behind.Started;

    /// <summary>The longest time that the job may run.</summary>
    public TimeSpan Limit => Behind.Limit;

    /// <summary>The label of the job's item; <see langword="null"/> if the job does not belong to a loop.</summary>
    public string? Label => Behind.Label;

    /// <summary>Whether the job has ended, as far as the run knows. Reading this property does not access the host.</summary>
    public bool HasEnded => Behind.HasEnded;

    /// <summary>Whether the job's result is never shown or written (<c>[NoLog]</c>).</summary>
    public bool NoLog => Behind.NoLog;

    /// <summary>The job's state, as far as the run knows. Reading this property does not access the host.</summary>
    public JobState LastKnownState => Behind.LastKnown;

    internal IJob<TResult> Behind { get; }

    /// <summary>Creates the result of a task that uses this job and has failed itself.</summary>
    /// <param name="message">Why the task failed.</param>
    public TResult FailedResult(string message) => Behind.FailedResult(message);
}
