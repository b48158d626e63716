namespace Playbooks;

/// <summary>Looks at a job once, and waits for nothing: gives its state, the tail of its output and, if it has ended, its result.</summary>
/// <typeparam name="TResult">What the job gives.</typeparam>
/// <param name="Job">The job.</param>
public sealed record AsyncStatus<TResult>(Job<TResult> Job) : ActionModule<JobStatus<TResult>>
    where TResult : TaskResult
{
    /// <inheritdoc/>
    protected internal override Task<JobStatus<TResult>> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Engine.LookAsync(Job, cancellationToken);
    }

    /// <inheritdoc/>
    protected internal override Task<JobStatus<TResult>> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    /// <inheritdoc/>
    protected internal override JobStatus<TResult> FailedResult(string message) => new() { Id = Job.Id, State = Job.LastKnownState };
}
