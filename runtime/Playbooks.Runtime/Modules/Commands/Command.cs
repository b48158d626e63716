namespace Playbooks;

/// <summary>
/// Runs a program without a shell. The text is split into words as in a POSIX shell, with quotes and backslashes. Nothing in the text is expanded, and each
/// value in braces is one argument. Changed whenever the program ran; failed unless its exit status is 0.
/// </summary>
/// <remarks>
/// <para>
/// Check mode: skipped. With <see cref="Creates"/> or <see cref="Removes"/>, the task checks that path, and predicts whether the program would run.
/// </para>
/// <para>Needs: the program.</para>
/// </remarks>
/// <param name="Line">The program and its arguments.</param>
/// <example><code>public Command Backup(Host host) =&gt; new($"/opt/scripts/backup.sh {host.Name}") { Creates = "/var/backups/full.tar.gz" };</code></example>
public sealed record Command(CommandLine Line) : ScriptModule<CommandResult>
{
    /// <summary>In the shell mksh, unlike in other shells, <c>exec</c> runs builtins.</summary>
    private const string NoBuiltin = "${KSH_VERSION:+env}";

    /// <summary>
    /// The directory in which the program runs. The task fails if the path contains a link that belongs neither to the task's user nor to root. Defaults to the
    /// home directory of the task's user.
    /// </summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// A path. If it exists, the program does not run. A symbolic link exists even if its target does not. A relative path starts at
    /// <see cref="WorkingDirectory"/>.
    /// </summary>
    public string? Creates { get; init; }

    /// <summary>A path. If it does not exist, the program does not run. A relative path starts at <see cref="WorkingDirectory"/>.</summary>
    public string? Removes { get; init; }

    /// <summary>
    /// A file on the controller that receives the whole standard output, byte by byte. A relative path starts at the folder of the playbook's file if the
    /// playbook runs as <c>dotnet run FILE.cs</c>, otherwise at the working directory. The file appears under its name when the program has ended, even if the
    /// program failed. Only the user who runs the playbook may read a new file. The result also contains the last MiB of the output. If two hosts, tasks or
    /// items name the same file, the one that comes second fails. While a job runs, its output is read once a second.
    /// </summary>
    public string? OutputTo { get; init; }

    /// <inheritdoc/>
    protected internal override string? OutputFile => OutputTo;

    /// <inheritdoc/>
    protected internal override string? SkipScript => Conditioned("").Skip;

    /// <inheritdoc/>
    protected internal override string ScriptText =>
        Conditioned($"exec {NoBuiltin} {string.Join(' ', Line.ToWords().Select(ShellText.Quote))}").Text;

    /// <inheritdoc/>
    protected internal override bool HasSecrets => Line.HasSecrets;

    /// <inheritdoc/>
    protected internal override CommandResult Parse(ScriptOutcome outcome) => CommandScript.Parse(outcome, Line.ToWords()[0]);

    /// <inheritdoc/>
    protected internal override string? CheckScript => Conditioned("").Check;

    /// <inheritdoc/>
    protected internal override CommandResult Predict(ScriptOutcome outcome) => CommandScript.Predict(outcome);

    /// <inheritdoc/>
    protected internal override CommandResult FailedResult(string message) => new();

    private CommandScript Conditioned(string line) => new(line, WorkingDirectory, Creates, Removes);
}
