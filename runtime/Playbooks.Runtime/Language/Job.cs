
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

    internal StartedJob<TResult> Running { get; }
}
