namespace Playbooks;

/// <summary>Runs the handlers that have been notified on this host so far, those of blocks too, instead of at the end of the play.</summary>
public sealed record FlushHandlers : ActionModule<FlushHandlersResult>
{
    /// <inheritdoc/>
    protected internal override bool SteersRun => true;

    /// <inheritdoc/>
    protected internal override async Task<FlushHandlersResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ran = await context.Engine.FlushHandlersAsync().ConfigureAwait(false);
        return new FlushHandlersResult
        {
            Handlers = ran,
            Message = ran.Count == 0 ? "no handler was notified" : $"ran {string.Join(", ", ran)}",
        };
    }

    /// <inheritdoc/>
    protected internal override Task<FlushHandlersResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    /// <inheritdoc/>
    protected internal override FlushHandlersResult FailedResult(string message) => new();
}
