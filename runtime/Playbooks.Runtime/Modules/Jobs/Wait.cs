namespace Playbooks;

/// <summary>Creates <see cref="Wait{TResult}"/> modules; the compiler infers the type of the result.</summary>
/// <example><code>
/// public IEnumerable&lt;Wait&lt;HttpResult&gt;&gt; Answers(IReadOnlyList&lt;Job&lt;HttpResult&gt;&gt; checks) =&gt;
///     checks.Select(Wait.For);
/// </code></example>
public static class Wait
{
    /// <summary>Creates a module that waits for a job.</summary>
    /// <typeparam name="TResult">The type of the result of the job.</typeparam>
    /// <param name="job">The job.</param>
    public static Wait<TResult> For<TResult>(Job<TResult> job)
        where TResult : TaskResult => new(job);
}
