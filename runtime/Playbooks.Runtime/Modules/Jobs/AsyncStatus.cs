namespace Playbooks;

/// <summary>Makes looks at jobs whose type the compiler finds by itself.</summary>
public static class AsyncStatus
{
    /// <summary>A look at a job.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    public static AsyncStatus<TResult> Of<TResult>(Job<TResult> job)
        where TResult : TaskResult => new(job);
}
