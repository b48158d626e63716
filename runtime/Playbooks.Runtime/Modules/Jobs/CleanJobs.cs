namespace Playbooks;

/// <summary>
/// Removes from the host the directories of old jobs of the task's user. A job is old if it ended or was lost at least <see cref="OlderThan"/> ago. Running
/// jobs continue. Changed if anything was removed.
/// </summary>
/// <remarks>
/// <para>Check mode: skipped.</para>
/// <para>Needs: nothing beyond what jobs need.</para>
/// </remarks>
/// <example><code>public CleanJobs OldJobs =&gt; new() { OlderThan = TimeSpan.FromDays(7) };</code></example>
public sealed record CleanJobs : ActionModule<CleanJobsResult>
{
    /// <summary>How long ago the jobs must have ended; not negative. Defaults to 1 d.</summary>
    public TimeSpan OlderThan { get; init; } = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected internal override async Task<CleanJobsResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (OlderThan < TimeSpan.Zero)
        {
            return new CleanJobsResult { Failed = true, Message = $"OlderThan is {OlderThan}; it must not be negative" };
        }

        var removed = await context.Engine.CleanJobsAsync(OlderThan, cancellationToken).ConfigureAwait(false);
        return new CleanJobsResult { Changed = removed.Count > 0, Removed = removed };
    }

    /// <inheritdoc/>
    protected internal override Task<CleanJobsResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new CleanJobsResult { Skipped = true });

    /// <inheritdoc/>
    protected internal override CleanJobsResult FailedResult(string message) => new();
}
