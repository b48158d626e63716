namespace Playbooks;

/// <summary>
/// Runs a script of the machine that runs the playbook on the host, by the interpreter that its first line names, or by <c>/bin/sh</c>. On
/// the host it is a file in a directory of its own for as long as it runs, readable to nobody but the task's user. Changed whenever it ran;
/// failed unless its exit status is 0.
/// </summary>
/// <remarks>
/// The interpreter is what reads the file, so that it runs where temporary directories are mounted <c>noexec</c>, too. The script must be text
/// in UTF-8; a program is copied by <see cref="Copy"/> and run by <see cref="Command"/>.
/// </remarks>
/// <param name="Line">
/// The script's path, and its arguments; the path is relative to the folder of the playbook's own file, where it is run as
/// <c>dotnet run playbook.cs</c>, else to the working directory.
/// </param>
/// <example><code>public Script Migrate => new($"scripts/migrate.sh --to {Version}") { Creates = "/var/lib/app/migrated" };</code></example>
public sealed record Script(CommandLine Line) : ScriptModule<CommandResult>
{
    /// <summary>The interpreter and its arguments. Defaults to what the script's first line names after <c>#!</c>, and else to <c>/bin/sh</c>.</summary>
    public CommandLine? Interpreter { get; init; }

    /// <summary>The directory it runs in. Defaults to the home of the task's user.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>A path; if it exists, be it as a link that leads nowhere, the script does not run. Relative to <see cref="WorkingDirectory"/>.</summary>
    public string? Creates { get; init; }

    /// <summary>A path; unless it exists, the script does not run. Relative to <see cref="WorkingDirectory"/>.</summary>
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
