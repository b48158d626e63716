namespace Playbooks;

/// <summary>Shows a text. Runs nothing on the host, and is never changed.</summary>
/// <remarks>
/// <para>Check mode: runs as usual.</para>
/// <para>Needs: nothing.</para>
/// </remarks>
/// <param name="Text">The text.</param>
/// <example><code>
/// public Command Version =&gt; new("/opt/app/version");
///
/// public Debug Show(CommandResult version) =&gt; new($"version {version.Stdout}");
/// </code></example>
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
