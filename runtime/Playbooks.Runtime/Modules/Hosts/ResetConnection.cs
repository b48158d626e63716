namespace Playbooks;

/// <summary>
/// Ends the connection to the host with all its shells; the next task makes a new one. So a login takes effect that has changed: a new group, a new
/// shell. Jobs go on, and so do the waits for them.
/// </summary>
public sealed record ResetConnection : ActionModule<ResetConnectionResult>
{
    /// <inheritdoc/>
    protected internal override async Task<ResetConnectionResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.Engine.ResetConnectionAsync().ConfigureAwait(false);
        return new ResetConnectionResult { Message = "the next task opens a new connection" };
    }

    /// <inheritdoc/>
    protected internal override Task<ResetConnectionResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    /// <inheritdoc/>
    protected internal override ResetConnectionResult FailedResult(string message) => new();
}
