namespace Playbooks;

/// <summary>
/// Waits for a job, and gives what it gave. Without <c>[Retry]</c> it waits until the job's limit; with <c>[Retry(120, Delay = 60)]</c>
/// it gives up after that many looks, which is its own failure and not the job's: the job goes on.
/// </summary>
/// <typeparam name="TResult">What the job gives.</typeparam>
public sealed record Wait<TResult> : ActionModule<TResult>
    where TResult : TaskResult
{
    /// <summary>A wait.</summary>
    /// <param name="job">The job. Its label and its <c>[NoLog]</c> hold for the wait, too.</param>
    public Wait(Job<TResult> job)
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
