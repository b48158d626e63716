#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Ten commands that do nothing, one after another: what is left is the cost of running them.</summary>
[Playbook("all")]
public partial record Noop10
{
    public Command T1 => new("true");
    public Command T2 => new("true");
    public Command T3 => new("true");
    public Command T4 => new("true");
    public Command T5 => new("true");
    public Command T6 => new("true");
    public Command T7 => new("true");
    public Command T8 => new("true");
    public Command T9 => new("true");
    public Command T10 => new("true");
}
