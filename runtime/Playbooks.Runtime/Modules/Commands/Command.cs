namespace Playbooks;

/// <summary>
/// Runs a program without a shell: the text is split into words as POSIX does, quotes and backslashes honoured, and nothing in it
/// is expanded. Changed whenever it ran; failed unless its exit status is 0.
/// </summary>
/// <param name="Line">The program and its arguments.</param>
/// <example><code>public Command Backup(Host host) => new($"{ScriptDir}/full-backup.sh {host.Name}");</code></example>
public sealed record Command(CommandLine Line) : ScriptModule<CommandResult>
{
    /// <summary>The exec of mksh, alone among shells, runs its own builtins.</summary>
    private const string NoBuiltin = "${KSH_VERSION:+env}";

    /// <summary>The directory it runs in. Defaults to the home of the task's user.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>A path; if it exists, be it as a link that leads nowhere, the program does not run. Relative to <see cref="WorkingDirectory"/>.</summary>
    public string? Creates { get; init; }

    /// <summary>A path; unless it exists, the program does not run. Relative to <see cref="WorkingDirectory"/>.</summary>
    public string? Removes { get; init; }

    /// <summary>
    /// A file on the machine that runs the playbook that takes the whole standard output, byte by byte; relative to the folder of the playbook's own
    /// file, where it is run as <c>dotnet run playbook.cs</c>, else to the working directory. It takes its place when the program has ended, whatever its
    /// exit status; a new one is readable to nobody but the user who runs the playbook. The result keeps the last MiB all the same. Where two
    /// hosts, tasks or items name one file, the second fails. Of a job it is read once a second while that runs. None by default.
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
