namespace Playbooks;

/// <summary>
/// Runs the handlers that were notified on this host so far, including the handlers of blocks. These handlers then do not run at the end of the play, unless
/// they are notified again. Never changed.
/// </summary>
/// <remarks>
/// <para>Check mode: runs as usual; each handler then only predicts what it would change.</para>
/// <para>Needs: nothing.</para>
/// </remarks>
/// <example><code>
/// [Notify(nameof(Restart))]
/// public Copy Config =&gt; new("app.yml", "/etc/app/app.yml");
///
/// public FlushHandlers Now =&gt; new();
///
/// public WaitFor Listening =&gt; new(8080);
///
/// [Handler]
/// public Command Restart =&gt; new("systemctl restart app");
/// </code></example>
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
