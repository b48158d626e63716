namespace Playbooks;

/// <summary>Checks a job once, without waiting: returns its state, the end of its output and, if it has ended, its result.</summary>
/// <remarks>
/// <para>Check mode: returns the predicted state of the job.</para>
/// <para>Needs: nothing beyond what jobs need.</para>
/// </remarks>
/// <typeparam name="TResult">The type of the result of the job.</typeparam>
/// <param name="Job">The job.</param>
/// <example><code>
/// [Async(3600, Poll = 0)]
/// public Command Build =&gt; new("/opt/app/build.sh");
///
/// public AsyncStatus&lt;CommandResult&gt; Progress(Job&lt;CommandResult&gt; build) =&gt; new(build);
///
/// public Debug Show(JobStatus&lt;CommandResult&gt; progress, CommandResult build) =&gt; new($"{progress.StdoutTail} … {build.Rc}");
/// </code></example>
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
