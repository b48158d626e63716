#:project ../runtime/Playbooks/Playbooks.csproj
using Playbooks;

/// <summary>Brings a release to all hosts at once, and then switches them over, one after the other.</summary>
/// <remarks>
/// A site: a playbook without hosts of its own, whose members are playbooks. A host that fails in one takes no part in the next.
/// <code>
/// dotnet run examples/site.cs
/// dotnet run examples/site.cs -- -i inventory.ini --release 2
/// dotnet run examples/site.cs -- switch-over --release 2
/// </code>
/// </remarks>
/// <param name="Release">What to bring out.</param>
/// <param name="Show">Whether to say in the end what each host runs.</param>
/// <param name="WorkDir">Where everything goes; what does not start with a slash is below the home directory.</param>
[Playbook]
public partial record Site(int Release = 1, bool Show = true, string WorkDir = ".cache/playbooks-examples")
{
    [Name("Bring the release")]
    public Bring Bring => new(Release, WorkDir);

    [Name("Switch over"), Tags("switch")]
    public SwitchOver Switch => new(Release, WorkDir);

    [Name("Show what runs"), Tags("switch")]
    public ShowRelease? Look => Show ? new(WorkDir) : null;
}

/// <summary>Brings a release, to all hosts at once.</summary>
[Playbook("all", Strategy = Strategy.Free)]
public partial record Bring(int Release = 1, string WorkDir = ".cache/playbooks-examples")
{
    [Async(600, Poll = 5)]
    public Shell Unpack(Host host) => new($"mkdir -p {WorkDir}/releases; echo {host.Name} >{WorkDir}/releases/{Release}");
}

/// <summary>Switches one host after the other over to a release that is there.</summary>
[Playbook("all", Serial = 1)]
public partial record SwitchOver(int Release = 1, string WorkDir = ".cache/playbooks-examples")
{
    [Notify(nameof(Reload))]
    public Shell Link => new($"cd {WorkDir} && ln -sfn releases/{Release} current");

    [Handler]
    public Shell Reload => new($"echo {Release} >>{WorkDir}/switched");
}

/// <summary>Says what each host runs.</summary>
[Playbook("all")]
public partial record ShowRelease(string WorkDir = ".cache/playbooks-examples")
{
    [ChangedWhen(false)]
    public Shell Current => new($"cat {WorkDir}/current");

    public Debug Show(Host host, CommandResult current) => new($"{host.Name} runs what was brought to {current.Stdout}");
}
