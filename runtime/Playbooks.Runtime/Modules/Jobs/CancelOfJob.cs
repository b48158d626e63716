namespace Playbooks;

/// <summary>
/// Ends a job: TERM to all its processes, its grace, KILL. When it has run, nothing of the job runs any more, and a later <c>Wait</c> gives the
/// same result. A job that was ended so has changed something and has not failed; one that had ended before keeps its end, and fails the task if it
/// failed. In check mode a job that runs is left alone.
/// </summary>
/// <typeparam name="TResult">What the job gives.</typeparam>
/// <param name="Job">The job. Its label and its <c>[NoLog]</c> hold for the cancellation, too.</param>
public sealed record Cancel<TResult>(Job<TResult> Job) : ActionModule<TResult>
    where TResult : TaskResult
{
    /// <inheritdoc/>
    public override string? Label { get; init; } = Job.Label;

    /// <inheritdoc/>
    public override bool NoLog { get; init; } = Job.NoLog;

    /// <inheritdoc/>
    protected internal override bool SteersRun => true;

    /// <inheritdoc/>
    protected internal override async Task<TResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ended = await context.Engine.CancelAsync(Job).ConfigureAwait(false);

        // The times of this task are its own, and not the job's.
        return (TResult)((TaskResult)ended with { Started = default });
    }

    /// <inheritdoc/>
    protected internal override Task<TResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        Job.HasEnded
            ? RunAsync(context, cancellationToken)
            : Task.FromResult((TResult)((TaskResult)FailedResult("") with { Skipped = true, Message = $"would cancel job {Job.Id}" }));

    /// <inheritdoc/>
    protected internal override TResult FailedResult(string message) => Job.FailedResult(message);
}
