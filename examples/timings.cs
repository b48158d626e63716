#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Shows how a limit and a poll are chosen, for tasks of every length.</summary>
/// <remarks>
/// The limit is the longest that you accept: about twice the usual duration. The poll is chosen by that duration:
/// <list type="table">
/// <item><term>under 5 minutes</term><description>10 to 15 seconds</description></item>
/// <item><term>5 to 30 minutes</term><description>30 to 60 seconds</description></item>
/// <item><term>30 minutes and more</term><description>60 to 120 seconds</description></item>
/// </list>
/// A job's end is known at once, whatever the poll: it is the longest that a look may take to come when the connection is lost.
/// The compiler says where a limit or a poll is far from this.
/// <code>
/// dotnet run examples/timings.cs
/// dotnet run examples/timings.cs -- -i inventory.ini
/// </code>
/// </remarks>
/// <param name="Source">The directory to process and to export.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook("all")]
public partial record Timings(string Source = "/etc/ssl/certs", string WorkDir = ".cache/playbooks-examples")
{
    public IEnumerable<Copy> Install => Scripts.Select(name =>
        new Copy($"scripts/{name}", $"{WorkDir}/") { Mode = "0755", Label = name });

    // Usually a minute: a limit of two, looked at every 10 seconds.
    [Async(120, Poll = 10)]
    public Command Migrate => new($"{WorkDir}/migrate.sh {WorkDir}/people.csv");

    // Usually 5 minutes: a limit of 10, looked at every 15 seconds.
    [Async(600, Poll = 15)]
    public Command Build => new($"{WorkDir}/build.sh frontend {WorkDir}/build");

    // Usually 20 minutes: a limit of 40, looked at every 45 seconds.
    [Async(2400, Poll = 45)]
    public Command Process => new($"{WorkDir}/process-data.sh {Source} {WorkDir}/report.txt");

    // Up to two hours: a limit of three, looked at every minute.
    [Async(10800, Poll = 60)]
    public Command Export(Host host) => new($"{WorkDir}/full-backup.sh {host.Name} {Source} {WorkDir}/exports");

    public Debug Show(CommandResult migrate, CommandResult build, CommandResult process, CommandResult export) =>
        new($"{migrate.Duration.TotalSeconds:0.0} s, {build.Duration.TotalSeconds:0.0} s, " +
            $"{process.Duration.TotalSeconds:0.0} s, {export.Duration.TotalSeconds:0.0} s");

    private static readonly string[] Scripts = ["migrate.sh", "build.sh", "process-data.sh", "full-backup.sh"];
}
