namespace Playbooks;

/// <summary>
/// Removes what old jobs of the task's user have left on the host: the directories of those that ended, or were lost, long enough
/// ago. Jobs that run are left alone. Changed if there was any.
/// </summary>
public sealed record CleanJobs : ActionModule<CleanJobsResult>
{
    /// <summary>How long ago they must have ended. Defaults to a day; not negative.</summary>
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
