#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Builds two parts of an application and migrates its database, all three at the same time.</summary>
/// <remarks>
/// Independent jobs side by side: the last task waits for all three because it asks for all three results. The migration runs
/// once, on the first host; every host sees its result.
/// <code>
/// dotnet run examples/builds.cs
/// dotnet run examples/builds.cs -- -i inventory.ini -l app_servers
/// </code>
/// </remarks>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record Builds(string WorkDir = ".cache/playbooks-examples")
{
    public Copy BuildScript => new("scripts/build.sh", $"{WorkDir}/") { Mode = "0755" };

    public Copy MigrationScript => new("scripts/migrate.sh", $"{WorkDir}/") { Mode = "0755" };

    [Async(600, Poll = 0)]
    public Command Frontend => new($"{WorkDir}/build.sh frontend {WorkDir}/build");

    [Async(600, Poll = 0)]
    public Command Backend => new($"{WorkDir}/build.sh backend {WorkDir}/build");

    [Async(600, Poll = 0), RunOnce]
    public Command Migration => new($"{WorkDir}/migrate.sh {WorkDir}/people.csv");

    public Debug Done(CommandResult frontend, CommandResult backend, CommandResult migration) =>
        new($"{frontend.Stdout}; {backend.Stdout}; {migration.StdoutLines[^1]}");
}
