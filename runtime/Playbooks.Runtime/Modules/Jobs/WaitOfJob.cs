namespace Playbooks;

/// <summary>
/// Waits for a job, and gives what it gave. Without <c>[Retry]</c> it waits until the job's limit; with <c>[Retry(120, Delay = 60)]</c>
/// it gives up after that many looks, which is its own failure and not the job's: the job goes on.
/// </summary>
/// <typeparam name="TResult">What the job gives.</typeparam>
/// <param name="Job">The job. Its label and its <c>[NoLog]</c> hold for the wait, too.</param>
public sealed record Wait<TResult>(Job<TResult> Job) : ActionModule<TResult>
    where TResult : TaskResult
{
    /// <inheritdoc/>
    public override string? Label { get; init; } = Job.Label;

    /// <inheritdoc/>
    public override bool NoLog { get; init; } = Job.NoLog;

    /// <inheritdoc/>
    protected internal override bool SteersRun => true;

    /// <inheritdoc/>
    protected internal override Task<TResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Engine.WaitAsync(Job, cancellationToken);
    }

    /// <inheritdoc/>
    protected internal override Task<TResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    /// <inheritdoc/>
    protected internal override TResult FailedResult(string message) => Job.FailedResult(message);
}
