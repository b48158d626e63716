namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Show needs Fetch, which needs Login. Clean always runs, Wipe only when it is asked for.</summary>
[Playbook("all")]
internal sealed partial record Release
{
    public Command Login => new("login");

    [Tags("fetch")]
    public Command Fetch(CommandResult login) => new($"fetch {login.Stdout}");

    [Tags("config", "files")]
    public Command Config => new("config");

    [Name("Show what there is"), Tags("show")]
    public Command Show(CommandResult fetch) => new($"show {fetch.Stdout}");

    [Tags("never", "wipe")]
    public Command Wipe => new("wipe");

    public Command AfterWipe(CommandResult wipe) => new($"after-wipe {wipe.Rc}");

    [Always, Tags("always")]
    public Command Clean(CommandResult? fetch) => new($"clean {fetch?.Stdout}");
}

/// <summary>First asks for the job, and so does Second; Plain asks for nothing.</summary>
[Playbook("all")]
internal sealed partial record TaggedJobs
{
    [Async(600, Poll = 0), Tags("job")]
    public Command Build => new("build");

    [Async(600, Poll = 0)]
    public IEnumerable<Command> Each => [new("each 1"), new("each 2")];

    [Tags("first")]
    public Command First(CommandResult build) => new($"first {build.Stdout}");

    [Tags("plain")]
    public Command Plain => new("plain");

    [Tags("second"), When(nameof(IsBuilt))]
    public Command Second(CommandResult build, IReadOnlyList<CommandResult> each) => new($"second {build.Stdout} {each.Count}");

    [Tags("across")]
    public Command Across(AcrossHosts<CommandResult> build) => new($"across {build.Hosts.Count}");

    private static bool IsBuilt(CommandResult build) => build.Rc == 0;
}

[Block, Tags("part")]
internal sealed partial record Part(string Name)
{
    [Tags("one")]
    public Command One => new($"one {Name}");

    [Tags("two")]
    public Command Two(CommandResult one) => new($"two {Name} {one.Rc}");

    [Rescue, Tags("mend")]
    public Command Mend => new($"mend {Name}");
}

[Playbook("all"), Tags("whole")]
internal sealed partial record TaggedBlocks
{
    public Command Before => new("before");

    [Tags("loop")]
    public IEnumerable<Part> Each(CommandResult before) => [new($"a{before.Rc}"), new("b")];

    [Tags("single")]
    public Part Single => new("c");

    public Command After(Part.Results single) => new($"after {single.One?.Rc}");
}

[Playbook("all")]
internal sealed partial record TaggedHandlers
{
    [Tags("config"), Notify(nameof(Restart)), Notify(nameof(Publish))]
    public Command Config => new("config");

    [Tags("site"), Notify(nameof(Restart))]
    public Command Site => new("site");

    [Handler, Tags("restart")]
    public Command Restart(CommandResult? site) => new($"restart {site is null}");

    [Handler]
    public VirtualSite Publish => new("p");
}
