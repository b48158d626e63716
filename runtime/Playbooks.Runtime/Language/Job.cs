
using Playbooks.Execution.Jobs;

namespace Playbooks;

/// <summary>
/// A background job on a host: enough to find it from anywhere. What was only foreseen, in check mode, is a job that has
/// finished and never was on the host: its <see cref="Directory"/> is empty and its <see cref="Limit"/> zero.
/// </summary>
/// <typeparam name="TResult">What it gives at its end.</typeparam>
public sealed class Job<TResult>
    where TResult : TaskResult
{
    internal Job(StartedJob<TResult> started) => Running = started;

    /// <summary>Its id, which is also its directory's name.</summary>
    public string Id => Running.Handle.Id;

    /// <summary>The name of the host on which it runs.</summary>
    public string Host => Running.Handle.Host;

    /// <summary>The user as whom it runs.</summary>
    public string User => Running.Handle.User;

    /// <summary>Its directory on the host.</summary>
    public string Directory => Running.Handle.Directory;

    /// <summary>When it started, by the host's clock.</summary>
    public DateTimeOffset Started => Running.Handle.Started;

    /// <summary>The longest that it may run.</summary>
    public TimeSpan Limit => Running.Handle.Limit;

    /// <summary>The label of its item, where it is one of a loop's.</summary>
    public string? Label => Running.Label;

    /// <summary>Whether it has ended, as far as the run has heard.</summary>
    public bool HasEnded => Running.HasEnded;

    /// <summary>Whether nothing of what it gives is shown or written.</summary>
    public bool NoLog => Running.NoLog;

    /// <summary>Its state, as far as the run has heard.</summary>
    public JobState LastKnownState => Running.LastKnown;

    internal StartedJob<TResult> Running { get; }

    /// <summary>The result of a task about it that has failed on its own account.</summary>
    /// <param name="message">Why it failed.</param>
    public TResult FailedResult(string message) => Running.FailedResult(message);
}
