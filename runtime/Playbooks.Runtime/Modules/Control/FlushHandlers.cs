namespace Playbooks;

/// <summary>Runs the handlers that have been notified on this host so far, those of blocks too, instead of at the end of the play.</summary>
public sealed record FlushHandlers : ActionModule<FlushHandlersResult>
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always: the run of a playbook does it, for only that has handlers.</exception>
    protected internal override Task<FlushHandlersResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Handlers run in a playbook only.");

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always: the run of a playbook does it, for only that has handlers.</exception>
    protected internal override Task<FlushHandlersResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    /// <inheritdoc/>
    protected internal override FlushHandlersResult FailedResult(string message) => new();
}
