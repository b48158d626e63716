#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Backs up a directory of every host, and shows where the backup is.</summary>
/// <remarks>
/// Polling: the backup is a job on its host, which keeps its limit of an hour even when nobody is connected. It is looked at
/// at least every 30 seconds, and its end is known at once.
/// <code>
/// dotnet run examples/backup.cs
/// dotnet run examples/backup.cs -- -i inventory.ini -l databases --source /srv/data --target /backups
/// </code>
/// </remarks>
/// <param name="Source">The directory to back up.</param>
/// <param name="Target">Where backups are kept; what does not start with a slash is below the home directory.</param>
/// <param name="Script">A script that the hosts have already. By default our own is copied to them.</param>
[Playbook("all")]
public partial record NightlyBackup(
    string Source = "/etc/ssl/certs",
    string Target = ".cache/playbooks-examples/backups",
    string? Script = null)
{
    public Copy? Install => Script is null ? new("scripts/full-backup.sh", WorkDir) { Mode = "0755" } : null;

    [Async(3600, Poll = 30), Name("Run the backup")]
    public Command Backup(Host host) => new($"{Script ?? Ours} {host.Name} {Source} {Target}");

    public Debug Show(CommandResult backup) => new($"Backup completed: {backup.Stdout}");

    private const string WorkDir = ".cache/playbooks-examples/";

    private const string Ours = $"{WorkDir}full-backup.sh";
}
