#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Starts a backup on all hosts at once, and waits for all of them.</summary>
/// <remarks>
/// Long tasks in parallel: every host runs its own job, and the whole takes as long as the slowest. Each host waits for its own.
/// <code>
/// dotnet run examples/parallel-backups.cs
/// dotnet run examples/parallel-backups.cs -- -i inventory.ini -l databases --source /srv/data --target /backups
/// </code>
/// </remarks>
/// <param name="Source">The directory to back up.</param>
/// <param name="Target">Where backups are kept; what does not start with a slash is below the home directory.</param>
/// <param name="Script">A script that the hosts have already. By default our own is copied to them.</param>
[Playbook("all")]
public partial record ParallelBackups(
    string Source = "/etc/ssl/certs",
    string Target = ".cache/playbooks-examples/backups",
    string? Script = null)
{
    public Copy? Install => Script is null ? new("scripts/full-backup.sh", WorkDir) { Mode = "0755" } : null;

    [Async(7200, Poll = 0), Name("Start the backup")]
    public Command Backup(Host host) => new($"{Script ?? Ours} {host.Name} {Source} {Target}");

    [Retry(240, Delay = 30), Name("Wait for the backup")]
    public Wait<CommandResult> Done(Job<CommandResult> backup) => new(backup);

    public Debug Show(Host host, CommandResult done) => new($"{host.Name}: {done.Stdout}, in {done.Duration.TotalSeconds:0.0} s");

    private const string WorkDir = ".cache/playbooks-examples/";

    private const string Ours = $"{WorkDir}full-backup.sh";
}
