namespace Playbooks;

/// <summary>Makes waits for jobs whose type the compiler finds by itself.</summary>
/// <example><code>
/// public IEnumerable&lt;Wait&lt;HttpResult&gt;&gt; Answers(IReadOnlyList&lt;Job&lt;HttpResult&gt;&gt; checks) =>
///     checks.Select(Wait.For);
/// </code></example>
public static class Wait
{
    /// <summary>A wait for a job.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    public static Wait<TResult> For<TResult>(Job<TResult> job)
        where TResult : TaskResult => new(job);
}
