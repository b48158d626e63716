namespace Playbooks;

/// <summary>
/// A background job on a host: enough to find it from anywhere. What was only foreseen, in check mode, is a job that has
/// finished and never was on the host: its <see cref="Directory"/> is empty and its <see cref="Limit"/> zero.
/// </summary>
/// <typeparam name="TResult">What it gives at its end.</typeparam>
public sealed class Job<TResult>
    where TResult : TaskResult
{
    internal Job(IJob<TResult> started) => Behind = started;

    /// <summary>Its id, which is also its directory's name.</summary>
    public string Id => Behind.Id;

    /// <summary>The name of the host on which it runs.</summary>
    public string Host => Behind.Host;

    /// <summary>The user as whom it runs.</summary>
    public string User => Behind.User;

    /// <summary>Its directory on the host.</summary>
    public string Directory => Behind.Directory;

    /// <summary>When it started, by the host's clock.</summary>
    public DateTimeOffset Started => Behind.Started;

    /// <summary>The longest that it may run.</summary>
    public TimeSpan Limit => Behind.Limit;

    /// <summary>The label of its item, where it is one of a loop's.</summary>
    public string? Label => Behind.Label;

    /// <summary>Whether it has ended, as far as the run has heard.</summary>
    public bool HasEnded => Behind.HasEnded;

    /// <summary>Whether nothing of what it gives is shown or written.</summary>
    public bool NoLog => Behind.NoLog;

    /// <summary>Its state, as far as the run has heard.</summary>
    public JobState LastKnownState => Behind.LastKnown;

    internal IJob<TResult> Behind { get; }

    /// <summary>The result of a task about it that has failed on its own account.</summary>
    /// <param name="message">Why it failed.</param>
    public TResult FailedResult(string message) => Behind.FailedResult(message);
}
