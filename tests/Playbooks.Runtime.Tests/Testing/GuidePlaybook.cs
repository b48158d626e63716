namespace Playbooks.Runtime.Tests.Testing;

/// <summary>The playbook of <c>docs/guide/testing.md</c>.</summary>
[Playbook("databases")]
public sealed partial record NightlyBackup
{
    public Stat Disk => new("/backup");

    [Async(4 * 3600, Poll = 60)]
    public Command? Backup(Host host, StatResult disk) => disk.Exists ? new($"/opt/full-backup.sh {host.Name}") : null;

    public Debug Show(CommandResult? backup) => new(backup is null ? "no disk" : $"saved {backup.Stdout}");
}
