#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>A migration that is a job of an hour or, with <c>--check</c>, a dry run in the foreground.</summary>
/// <remarks>
/// A computed limit: <c>null</c> runs the task in the foreground. <c>[CheckMode(false)]</c> runs it in check mode, too.
/// <code>
/// dotnet run examples/dry-run.cs
/// dotnet run examples/dry-run.cs -- --check
/// </code>
/// </remarks>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record DryRun(string WorkDir = ".cache/playbooks-examples")
{
    [Async(nameof(Limit)), CheckMode(false)]
    public Shell Migrate(Play play) => play.CheckMode
        ? new($"echo would write 3 rows to {WorkDir}/rows.csv")
        : new($"mkdir -p {WorkDir}; seq 1 3 >{WorkDir}/rows.csv; echo wrote 3 rows to {WorkDir}/rows.csv");

    public Debug Show(CommandResult migrate) => new(migrate.Stdout);

    private static TimeSpan? Limit(Play play) => play.CheckMode ? null : TimeSpan.FromHours(1);
}
