namespace Playbooks;

/// <summary>
/// Sends a script from the controller to the host and runs it there, with the interpreter that its first line names. Changed whenever the script ran; failed
/// unless its exit status is 0.
/// </summary>
/// <remarks>
/// <para>On the host, the script is a file in a directory of its own while it runs. Only the task's user may read it.</para>
/// <para>
/// The interpreter reads the file, so the script also runs if temporary directories are mounted with <c>noexec</c>. The script must be text in UTF-8. To run a
/// compiled program, use <see cref="Copy"/> and <see cref="Command"/> instead.
/// </para>
/// <para>Check mode: skipped. With <see cref="Creates"/> or <see cref="Removes"/>, the task checks that path, and predicts whether the script would run.</para>
/// <para>Needs: the interpreter.</para>
/// </remarks>
/// <param name="Line">
/// The path of the script, and its arguments. A relative path starts at the folder of the playbook's file if the playbook runs as <c>dotnet run FILE.cs</c>,
/// otherwise at the working directory.
/// </param>
/// <example><code>public Script Migrate =&gt; new("scripts/migrate.sh --to 42") { Creates = "/var/lib/app/migrated-42" };</code></example>
public sealed record Script(CommandLine Line) : ScriptModule<CommandResult>
{
    /// <summary>
    /// The interpreter and its arguments. Defaults to the interpreter after <c>#!</c> in the script's first line, or <c>/bin/sh</c> if the line names no
    /// interpreter.
    /// </summary>
    public CommandLine? Interpreter { get; init; }

    /// <summary>
    /// The directory in which the script runs. The task fails if the path contains a link that belongs neither to the task's user nor to root. Defaults to the
    /// home directory of the task's user.
    /// </summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// A path. If it exists, the script does not run. A symbolic link exists even if its target does not. A relative path starts at
    /// <see cref="WorkingDirectory"/>.
    /// </summary>
    public string? Creates { get; init; }

    /// <summary>A path. If it does not exist, the script does not run. A relative path starts at <see cref="WorkingDirectory"/>.</summary>
    public string? Removes { get; init; }

    /// <inheritdoc cref="Command.OutputTo"/>
    public string? OutputTo { get; init; }

    /// <inheritdoc/>
    protected internal override string? OutputFile => OutputTo;

    /// <inheritdoc/>
    protected internal override string? SkipScript => Conditioned("").Skip;

    /// <inheritdoc/>
    protected internal override string ScriptText => Conditioned(SentScript.Of(Line.ToWords(), Interpreter?.ToWords())).Text;

    /// <inheritdoc/>
    protected internal override bool HasSecrets => Line.HasSecrets;

    /// <inheritdoc/>
    protected internal override CommandResult Parse(ScriptOutcome outcome) => CommandScript.Parse(outcome);

    /// <inheritdoc/>
    protected internal override string? CheckScript => Conditioned("").Check;

    /// <inheritdoc/>
    protected internal override CommandResult Predict(ScriptOutcome outcome) => CommandScript.Predict(outcome);

    /// <inheritdoc/>
    protected internal override CommandResult FailedResult(string message) => new();

    private CommandScript Conditioned(string line) => new(line, WorkingDirectory, Creates, Removes);
}
