namespace Playbooks;

/// <summary>Waits for the end of a job, and returns the result of the job.</summary>
/// <remarks>
/// <para>
/// Without <c>[Retry]</c>, the task waits at most until the limit of the job. With <c>[Retry(120, Delay = 60)]</c>, the task gives up after that number of
/// checks: it fails, and the job continues.
/// </para>
/// <para>Check mode: returns the predicted result of the job at once.</para>
/// <para>Needs: nothing beyond what jobs need.</para>
/// </remarks>
/// <typeparam name="TResult">The type of the result of the job.</typeparam>
/// <param name="Job">The job. Its label and its <c>[NoLog]</c> also apply to this task.</param>
/// <example><code>
/// [Async(3600, Poll = 0)]
/// public Command Build =&gt; new("/opt/app/build.sh");
///
/// [Retry(120, Delay = 60)]
/// public Wait&lt;CommandResult&gt; Built(Job&lt;CommandResult&gt; build) =&gt; new(build);
/// </code></example>
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
