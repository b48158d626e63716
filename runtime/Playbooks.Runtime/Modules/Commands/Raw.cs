namespace Playbooks;

/// <summary>
/// Sends a line to the host's shell as it is: holes are quoted as in <see cref="Shell"/>, and nothing is added. It cannot be a job;
/// use <see cref="Shell"/> for one. Changed whenever it ran; failed unless its exit status is 0.
/// </summary>
/// <param name="Line">The line.</param>
public sealed record Raw(CommandLine Line) : ActionModule<CommandResult>
{
    /// <inheritdoc/>
    protected internal override async Task<CommandResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return CommandScript.Parse(await context.RunScriptAsync(Line.ToShell(), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    protected internal override Task<CommandResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new CommandResult { Skipped = true, Rc = 0 });

    /// <inheritdoc/>
    protected internal override CommandResult FailedResult(string message) => new();
}
