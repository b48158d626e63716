namespace Playbooks;

/// <summary>Creates <see cref="Cancel{TResult}"/> modules; the compiler infers the type of the result.</summary>
/// <example><code>
/// public IEnumerable&lt;Cancel&lt;CommandResult&gt;&gt; Enough(IReadOnlyList&lt;Job&lt;CommandResult&gt;&gt; watchers) =&gt;
///     watchers.Select(Cancel.Of);
/// </code></example>
public static class Cancel
{
    /// <summary>Creates a module that cancels a job.</summary>
    /// <typeparam name="TResult">The type of the result of the job.</typeparam>
    /// <param name="job">The job.</param>
    public static Cancel<TResult> Of<TResult>(Job<TResult> job)
        where TResult : TaskResult => new(job);
}
