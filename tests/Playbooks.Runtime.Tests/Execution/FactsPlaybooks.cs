namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Tasks that ask for facts: one of them chosen by its tag, one behind a condition, one in a block, one beside.</summary>
[Playbook("all")]
internal sealed partial record Adapted
{
    public Command First => new("first");

    [Tags("kernel")]
    public Debug Kernel(Facts facts) => new($"{facts.Kernel}");

    [When(nameof(IsDebian))]
    public Command? Packages(Facts facts) => facts.PackageManager is { } tool ? new($"{tool} upgrade") : null;

    public Sized Size => new();

    [Parallel]
    public Debug Home(Facts facts) => new($"{facts.Home}");

    private static bool IsDebian(Facts facts) => facts.IsLike("debian");
}

/// <summary>A block that asks itself.</summary>
[Block]
internal sealed partial record Sized
{
    [Async(60, Poll = 0)]
    public Command Work(Facts facts) => new($"work --jobs {facts.Processors}");

    public Debug Done(CommandResult work, Facts facts) => new($"{work.Rc} {facts.Processors}");
}

/// <summary>Asks before and after a reboot.</summary>
[Playbook("all")]
internal sealed partial record Renewed
{
    public Debug Before(Facts facts) => new($"{facts.Kernel}");

    public Reboot Restart => new();

    public Debug After(Facts facts) => new($"{facts.Kernel}");

    public Debug Again(Facts facts) => new($"{facts.Kernel}");
}

/// <summary>Nobody asks for facts here.</summary>
[Playbook("all")]
internal sealed partial record Incurious
{
    public Command Work(Host host) => new($"work {host.Name}");
}

/// <summary>Asks the inventory.</summary>
[Playbook("web")]
internal sealed partial record Neighbours
{
    public Debug Databases(Play play) => new(string.Join(' ', play.Inventory.Select("db").Select(host => host.Name)));
}
