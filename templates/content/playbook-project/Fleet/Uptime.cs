using Playbooks;

namespace Fleet;

/// <summary>Says how long each host has been up.</summary>
[Playbook("all")]
public partial record Uptime
{
    public Command Look => new("uptime");

    public Debug Show(CommandResult look) => new(look.Stdout);
}
