namespace Playbooks.Runtime.Tests.Execution;

[Playbook("db", Strategy = Strategy.Free)]
internal sealed partial record Databases(string Version = "1")
{
    [Notify(nameof(Restart))]
    public Command Upgrade(Play play) => new($"upgrade {Version} of {play.Hosts.Count}");

    [Async(600, Poll = 0), Tags("job")]
    public Command Index => new("index");

    [Tags("report")]
    public Command Report(CommandResult index) => new($"report {index.Stdout}");

    [Handler]
    public Command Restart => new("restart");
}

[Playbook("web", Serial = 1)]
internal sealed partial record WebServers(string Version = "1")
{
    public Command Deploy(Host host, Play play) => new($"deploy {Version} {host.Name} of {play.Hosts.Count}");
}

/// <summary>The databases, then the web servers, then the databases again, if that is wanted.</summary>
[Playbook]
internal sealed partial record WholeSite(string Version = "1", bool Again = false)
{
    [Tags("data")]
    public Databases Databases => new(Version);

    public WebServers Web => new(Version);

    [Name("Databases once more")]
    public Databases? More => Again ? new($"{Version}.1") : null;
}

[Playbook]
internal sealed partial record TwoSites
{
    public WholeSite First => new("a");

    public WholeSite Second => new("b");
}

[Playbook]
internal sealed partial record BrokenSite
{
    public Databases Databases => new();

    public WebServers Web => throw new InvalidOperationException("no version");
}
