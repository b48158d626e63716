namespace Playbooks;

/// <summary>
/// Ends a job: TERM to all its processes, its grace, KILL. When it has run, nothing of the job runs any more, and a later <c>Wait</c> gives the
/// same result. A job that was ended so has changed something and has not failed; one that had ended before keeps its end, and fails the task if it
/// failed. In check mode a job that runs is left alone.
/// </summary>
/// <typeparam name="TResult">What the job gives.</typeparam>
public sealed record Cancel<TResult> : ActionModule<TResult>
    where TResult : TaskResult
{
    /// <summary>A cancellation.</summary>
    /// <param name="job">The job. Its label and its <c>[NoLog]</c> hold for the cancellation, too.</param>
    public Cancel(Job<TResult> job)
    {
        ArgumentNullException.ThrowIfNull(job);
        (Job, Label, NoLog) = (job, job.Label, job.NoLog);
    }

    /// <summary>The job.</summary>
    public Job<TResult> Job { get; init; }

    /// <inheritdoc/>
    protected internal override bool SteersRun => true;

    /// <summary>Takes it apart.</summary>
    /// <param name="job">The job.</param>
    public void Deconstruct(out Job<TResult> job) => job = Job;

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
