namespace Playbooks;

/// <summary>Tells something. It runs nothing on the host, and changes nothing.</summary>
/// <param name="Text">What it tells.</param>
public sealed record Debug(string Text) : ActionModule<DebugResult>
{
    /// <inheritdoc/>
    protected internal override Task<DebugResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new DebugResult { Text = Text, Message = Text });

    /// <inheritdoc/>
    protected internal override Task<DebugResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    /// <inheritdoc/>
    protected internal override DebugResult FailedResult(string message) => new() { Text = Text };
}
