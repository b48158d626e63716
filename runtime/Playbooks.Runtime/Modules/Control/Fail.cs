namespace Playbooks;

/// <summary>Fails, in check mode too. A member returns it, or <see langword="null"/> where all is well.</summary>
/// <param name="Reason">Why, for people.</param>
/// <example><code>public Fail? TooFull(StatResult disk) => disk.Size &gt; limit ? new("the dump would not fit") : null;</code></example>
public sealed record Fail(string Reason) : ActionModule<FailResult>
{
    /// <inheritdoc/>
    protected internal override Task<FailResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new FailResult { Failed = true, Message = Reason });

    /// <inheritdoc/>
    protected internal override Task<FailResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    /// <inheritdoc/>
    protected internal override FailResult FailedResult(string message) => new();
}
