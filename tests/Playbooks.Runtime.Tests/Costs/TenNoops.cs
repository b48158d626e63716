namespace Playbooks.Runtime.Tests.Costs;

/// <summary>Ten commands that do nothing.</summary>
[Playbook("all")]
public sealed partial record TenNoops
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
