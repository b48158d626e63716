namespace Playbooks;

/// <summary>A background job on a host: enough to find it from anywhere.</summary>
/// <typeparam name="TResult">What it gives at its end.</typeparam>
public sealed class Job<TResult>
    where TResult : TaskResult
{
    internal Job(JobHandle handle, Func<ScriptOutcome, TResult> parse)
    {
        Handle = handle;
        Parse = parse;
    }

    /// <summary>Its id, which is also its directory's name.</summary>
    public string Id => Handle.Id;

    /// <summary>The name of the host on which it runs.</summary>
    public string Host => Handle.Host;

    /// <summary>The user as whom it runs.</summary>
    public string User => Handle.User;

    /// <summary>Its directory on the host.</summary>
    public string Directory => Handle.Directory;

    /// <summary>When it started, by the host's clock.</summary>
    public DateTimeOffset Started => Handle.Started;

    /// <summary>The longest that it may run.</summary>
    public TimeSpan Limit => Handle.Limit;

    internal JobHandle Handle { get; }

    internal Func<ScriptOutcome, TResult> Parse { get; }
}
