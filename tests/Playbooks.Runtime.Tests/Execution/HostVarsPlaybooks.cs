namespace Playbooks.Runtime.Tests.Execution;

/// <summary>What the inventory says of a database's host.</summary>
[HostVars]
internal sealed partial record Database(int Port, string? BackupDir = null, IReadOnlyList<string>? Schemas = null)
{
    public TimeSpan Patience { get; init; } = Port > 0 ? TimeSpan.FromMinutes(5) : throw new ArgumentException("a port is more than zero");
}

/// <summary>What it says of the place of any host.</summary>
[HostVars]
internal sealed partial record Site(string Datacenter);

[Playbook("db")]
internal sealed partial record Dumped
{
    public Command Announce(Host host) => new($"announce {host.Name}");

    [Notify(nameof(Tell))]
    public Command Dump(Database database) =>
        new($"dump {database.Port} {database.BackupDir ?? "-"} {database.Schemas ?? ["all"]} {database.Patience.TotalSeconds}");

    public Placed Place => new();

    [Handler]
    public Command Tell(Database database) => new($"tell {database.Port}");
}

/// <summary>A block that asks itself.</summary>
[Block]
internal sealed partial record Placed
{
    [When(nameof(IsHere))]
    public Command Move(Site site) => new($"move from {site.Datacenter}");

    private static bool IsHere(Site site) => site.Datacenter == "here";
}

/// <summary>Asks for a variable without a type.</summary>
[Playbook("all")]
internal sealed partial record ByName
{
    public Command Use(Host host) => new($"use {host.Variables["backup_dirr"]}");
}
