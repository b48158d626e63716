namespace Playbooks;

/// <summary>Makes cancellations of jobs whose type the compiler finds by itself.</summary>
/// <example><code>
/// public IEnumerable&lt;Cancel&lt;CommandResult&gt;&gt; Enough(IReadOnlyList&lt;Job&lt;CommandResult&gt;&gt; watchers) =>
///     watchers.Select(Cancel.Of);
/// </code></example>
public static class Cancel
{
    /// <summary>The cancellation of a job.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    public static Cancel<TResult> Of<TResult>(Job<TResult> job)
        where TResult : TaskResult => new(job);
}
