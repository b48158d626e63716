#:package Playbooks@PLAYBOOKS_VERSION
using Playbooks;

/// <summary>Shows how full a disk is.</summary>
/// <param name="Path">A path on the disk.</param>
[Playbook("all")]
public partial record TheRecord(string Path = "/")
{
    public Command Disk => new($"df -h {Path}");

    public Debug Show(CommandResult disk, Host host) => new($"{host.Name}: {disk.Stdout}");
}
