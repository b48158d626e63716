namespace Playbooks;

/// <summary>
/// Closes the connection to the host and all its shells; the next task opens a new one. Changes of the user's login, such as a new group or shell, then take
/// effect. Never changed.
/// </summary>
/// <remarks>
/// <para>Jobs continue, and so do the waits for them.</para>
/// <para>Check mode: runs as usual.</para>
/// <para>Needs: nothing.</para>
/// </remarks>
/// <example><code>
/// [Become]
/// public Command Group =&gt; new("usermod -aG docker deploy");
///
/// public ResetConnection Again =&gt; new();
/// </code></example>
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
