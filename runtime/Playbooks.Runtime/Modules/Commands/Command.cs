namespace Playbooks;

/// <summary>
/// Runs a program without a shell. The text is split into words as POSIX does, with quotes and backslashes. Nothing in it is expanded, and each hole is one
/// argument. Changed whenever the program ran; failed unless its exit status is 0.
/// </summary>
/// <remarks>
/// <para>Check mode: skipped. With <see cref="Creates"/> or <see cref="Removes"/>, it checks that path, and predicts whether the program would run.</para>
/// <para>Needs: the program.</para>
/// </remarks>
/// <param name="Line">The program and its arguments.</param>
/// <example><code>public Command Backup(Host host) =&gt; new($"/opt/scripts/backup.sh {host.Name}") { Creates = "/var/backups/full.tar.gz" };</code></example>
public sealed record Command(CommandLine Line) : ScriptModule<CommandResult>
{
    /// <summary>The exec of mksh, alone among shells, runs its own builtins.</summary>
    private const string NoBuiltin = "${KSH_VERSION:+env}";

    /// <summary>The directory in which the program runs. Defaults to the home directory of the task's user.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// A path. If it exists, the program does not run. A symbolic link exists even if its target does not. Relative to <see cref="WorkingDirectory"/>.
    /// </summary>
    public string? Creates { get; init; }

    /// <summary>A path. If it does not exist, the program does not run. Relative to <see cref="WorkingDirectory"/>.</summary>
    public string? Removes { get; init; }

    /// <summary>
    /// A file on the controller that receives the whole standard output, byte by byte. A relative path starts at the folder of the playbook's file if that is
    /// run as <c>dotnet run FILE.cs</c>, else at the working directory. The file appears under its name when the program has ended, whatever the exit status;
    /// only the user who runs the playbook may read a new file. The result still has the last MiB. If two hosts, tasks or items name the same file, the second
    /// one fails. The output of a job is read once a second while it runs.
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
