#:package Playbooks@PLAYBOOKS_VERSION
using Playbooks;

/// <summary>Says how full the disks are.</summary>
/// <param name="Path">A path on the file system to look at.</param>
[Playbook("all")]
public partial record TheRecord(string Path = "/")
{
    public Command Disk => new($"df -h {Path}");

    public Debug Show(CommandResult disk, Host host) => new($"{host.Name}: {disk.Stdout}");
}
