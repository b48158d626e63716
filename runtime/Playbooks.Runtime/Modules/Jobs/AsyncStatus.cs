namespace Playbooks;

/// <summary>Creates <see cref="AsyncStatus{TResult}"/> modules; the compiler infers the type of the result.</summary>
public static class AsyncStatus
{
    /// <summary>Creates a module that checks a job once.</summary>
    /// <typeparam name="TResult">The type of the result of the job.</typeparam>
    /// <param name="job">The job.</param>
    public static AsyncStatus<TResult> Of<TResult>(Job<TResult> job)
        where TResult : TaskResult => new(job);
}
