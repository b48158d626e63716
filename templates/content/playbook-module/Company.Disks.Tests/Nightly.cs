using Playbooks;

namespace Company.Disks.Tests;

/// <summary>A playbook that uses the block, as other projects do.</summary>
[Playbook("all")]
public partial record Nightly
{
    public EnoughSpace Backups => new("/var/backups", 1_000_000);
}
