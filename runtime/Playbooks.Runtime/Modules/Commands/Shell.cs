namespace Playbooks;

/// <summary>
/// Runs a line in <c>/bin/sh</c>. The shell reads the text, so pipes, wildcards and variables work. Each value in braces is quoted for its place. Changed
/// whenever the line ran; failed unless its exit status is 0.
/// </summary>
/// <remarks>
/// <para>Check mode: skipped. With <see cref="Creates"/> or <see cref="Removes"/>, the task checks that path, and predicts whether the line would run.</para>
/// <para>Needs: the programs that the line names.</para>
/// </remarks>
/// <param name="Line">The line, or several lines.</param>
/// <example><code>public Shell Errors(Host host) =&gt; new($"grep -h {host.Name} /var/log/app/*.log | sort | uniq -c");</code></example>
public sealed record Shell(CommandLine Line) : ScriptModule<CommandResult>
{
    /// <summary>
    /// The directory in which the line runs. The task fails if the path contains a link that belongs neither to the task's user nor to root. Defaults to the
    /// home directory of the task's user.
    /// </summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// A path. If it exists, the line does not run. A symbolic link exists even if its target does not. A relative path starts at
    /// <see cref="WorkingDirectory"/>.
    /// </summary>
    public string? Creates { get; init; }

    /// <summary>A path. If it does not exist, the line does not run. A relative path starts at <see cref="WorkingDirectory"/>.</summary>
    public string? Removes { get; init; }

    /// <inheritdoc cref="Command.OutputTo"/>
    public string? OutputTo { get; init; }

    /// <inheritdoc/>
    protected internal override string? OutputFile => OutputTo;

    /// <inheritdoc/>
    protected internal override string? SkipScript => Conditioned("").Skip;

    /// <inheritdoc/>
    protected internal override string ScriptText => Conditioned(Line.ToShell()).Text;

    /// <inheritdoc/>
    protected internal override bool HasSecrets => Line.HasSecrets;

    /// <inheritdoc/>
    protected internal override CommandResult Parse(ScriptOutcome outcome) => CommandScript.Parse(outcome);

    /// <inheritdoc/>
    protected internal override string? CheckScript => Conditioned("").Check;

    /// <inheritdoc/>
    protected internal override CommandResult Predict(ScriptOutcome outcome) => CommandScript.Predict(outcome);

    private CommandScript Conditioned(string line) => new(line, WorkingDirectory, Creates, Removes);
}
