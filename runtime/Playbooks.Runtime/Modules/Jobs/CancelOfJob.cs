namespace Playbooks;

/// <summary>
/// Ends a job: sends the signal TERM to all its processes, waits for the job's grace, and then sends KILL. Returns the result of the job. Changed if the job
/// was running.
/// </summary>
/// <remarks>
/// <para>
/// After this task, no process of the job is running, and a later <c>Wait</c> returns the same result. A job that has already ended keeps its result; if the
/// job had failed, this task fails, too.
/// </para>
/// <para>Check mode: skipped; a running job continues.</para>
/// <para>Needs: nothing beyond what jobs need.</para>
/// </remarks>
/// <typeparam name="TResult">The type of the result of the job.</typeparam>
/// <param name="Job">The job. Its label and its <c>[NoLog]</c> also apply to this task.</param>
/// <example><code>
/// [Async(3600, Poll = 0)]
/// public Command Monitor =&gt; new("/opt/app/monitor.sh");
///
/// public Command Deploy =&gt; new("/opt/app/deploy.sh");
///
/// public Cancel&lt;CommandResult&gt; Enough(Job&lt;CommandResult&gt; monitor) =&gt; new(monitor);
/// </code></example>
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
