namespace Playbooks;

/// <summary>
/// Sends a line to the host's shell unchanged. Only values in braces are quoted, as in <see cref="Shell"/>. Changed whenever the line ran; failed unless its
/// exit status is 0.
/// </summary>
/// <remarks>
/// <para>Use this module only for hosts on which no other module works yet. For all other hosts, use <see cref="Shell"/> instead.</para>
/// <para>Check mode: skipped.</para>
/// <para>Needs: the programs that the line names.</para>
/// </remarks>
/// <param name="Line">The line.</param>
/// <example><code>public Raw Python =&gt; new("test -e /usr/bin/python3 || pkg_add python3");</code></example>
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
