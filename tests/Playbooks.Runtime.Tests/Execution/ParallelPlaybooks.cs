namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Fills a cache.</summary>
[Block]
internal sealed partial record Filling(string Name)
{
    public Command Load => new($"load {Name}");

    [Async(600, Poll = 30)]
    public Command Warm(CommandResult load) => new($"warm {Name} {load.Stdout}");
}

/// <summary>Two branches, of a block and of a module, and who asks for them.</summary>
[Playbook("all")]
internal sealed partial record TwoBranches
{
    [Parallel]
    public Filling Cache => new("cache");

    [Parallel]
    public Command Sweep => new("sweep");

    public Command Work => new("work");

    public Command Use(CommandResult sweep) => new($"use {sweep.Stdout}");

    public Command Last => new("last");
}

/// <summary>A branch that nobody asks for, what its failure undoes, and what is said of both afterwards.</summary>
[Playbook("all")]
internal sealed partial record GuardedBranch
{
    [Parallel]
    public Filling Cache => new("cache");

    [Parallel]
    public Command Sweep => new("sweep");

    public Command Work => new("work");

    public Command More => new("more");

    [Rescue]
    public Command Undo(Failure failure, Filling.Results? cache, CommandResult? sweep) =>
        new($"undo {failure.Task} {failure.Others.Count} {cache?.Warm.Rc}/{sweep?.Rc}");
}

/// <summary>Branches in every shape that a member may have.</summary>
[Playbook("all")]
internal sealed partial record ShapesBeside(bool Wanted)
{
    [Parallel]
    public IEnumerable<Command> Items => Wanted ? [new("item 1"), new("item 2")] : [];

    [Parallel, When(nameof(Wanted))]
    public Command Conditional => new("conditional");

    [Parallel]
    public Command? Nullable => Wanted ? new("nullable") : null;

    [Parallel, When(nameof(Wanted))]
    public IEnumerable<Filling> Blocks => [new("a"), new("b")];

    [When(nameof(Wanted))]
    public Debug Maybe(CommandResult? nullable) => new($"{nullable?.Rc}");

    public Debug Show(IReadOnlyList<CommandResult> items, CommandResult? conditional, CommandResult? nullable, IReadOnlyList<Filling.Results>? blocks) =>
        new($"{items.Count} {conditional?.Rc} {nullable?.Rc} {blocks?.Count}");
}

/// <summary>A job that a branch asks for, and one that waits for a branch without its result.</summary>
[Playbook("all")]
internal sealed partial record JobsAndBranches
{
    [Async(600, Poll = 0)]
    public Command Job => new("job");

    [Parallel, FailedWhen(false)]
    public Wait<CommandResult> Outcome(Job<CommandResult> job) => new(job);

    public Command Work => new("work");

    [After(nameof(Outcome))]
    public Command Last => new("last");
}

[Playbook("all")]
internal sealed partial record OnceBesideFailure
{
    [Parallel, RunOnce]
    public Command Side => new("side");

    public Command Work => new("work");

    public Debug Show(CommandResult side) => new(side.Stdout);
}

[Playbook("all")]
internal sealed partial record LookedAtBeside
{
    [Async(600, Poll = 0)]
    public Command Job => new("job");

    [Parallel]
    public AsyncStatus<CommandResult> Look(Job<CommandResult> job) => new(job);

    public Command Work => new("work");

    public Command Last => new("last");
}

[Playbook("all")]
internal sealed partial record DoomedBesideABranch
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Doomed => new("doomed");

    [Parallel]
    public Command Side => new("side");

    public Debug Show(CommandResult side) => new($"{side.Rc}");
}

/// <summary>A branch on every host, and who asks for all of them.</summary>
[Playbook("all")]
internal sealed partial record AcrossBranches
{
    [Parallel]
    public Command Measure(Host host) => new($"measure {host.Name}");

    public Command Work => new("work");

    public Debug Show(AcrossHosts<CommandResult> measure) =>
        new(string.Join(",", measure.Hosts.Zip(measure.Results, (host, given) => $"{host.Name}={given.Stdout}")));
}

/// <summary>A branch that runs once for all hosts.</summary>
[Playbook("all")]
internal sealed partial record OnceBeside
{
    [Parallel, RunOnce]
    public Command Migrate => new("migrate");

    public Command Work => new("work");

    public Command Use(CommandResult migrate) => new($"use {migrate.Stdout}");
}

/// <summary>A branch that notifies a handler.</summary>
[Playbook("all")]
internal sealed partial record NotifyingBranch
{
    [Parallel, Notify(nameof(Restart))]
    public Command Config => new("config");

    public Command Work => new("work");

    [Handler]
    public Command Restart => new("restart");
}

/// <summary>A block whose rescue succeeds beside a task that fails.</summary>
[Block]
internal sealed partial record Rescuing
{
    public Command Try => new("try");

    [Rescue]
    public Command Mend => new("mend");
}

[Playbook("all")]
internal sealed partial record RescuedBeside
{
    [Parallel]
    public Rescuing Part => new();

    [IgnoreErrors]
    public Command Work => new("work");
}

/// <summary>A branch on some of the hosts.</summary>
[Playbook("all")]
internal sealed partial record OnTwoOfThree
{
    [Parallel, When(nameof(IsWanted))]
    public Filling Cache => new("cache");

    public Command Work => new("work");

    private static bool IsWanted(Host host) => host.Name != "h3";
}

/// <summary>A branch that only its asker's tag chooses.</summary>
[Playbook("all")]
internal sealed partial record TaggedBeside
{
    [Parallel]
    public Command Sweep => new("sweep");

    [Parallel]
    public Command Other => new("other");

    [Tags("use")]
    public Command Use(CommandResult sweep) => new($"use {sweep.Stdout}");
}

/// <summary>What cleans up in a branch, within what cleans up.</summary>
[Block]
internal sealed partial record Locked
{
    public Command Lock => new("lock");

    public LockedPart Part => new();

    [Rescue]
    public Command Mend => new("mend");

    [Always]
    public Command Unlock(Failure? failure) => new($"unlock {failure?.Task}");
}

[Block]
internal sealed partial record LockedPart
{
    [Async(600, Poll = 0)]
    public Command Watch => new("watch");

    public Command Move => new("move");

    public Command Show(CommandResult watch) => new($"show {watch.Rc}");

    [Always]
    public Command Clean(Failure? failure) => new($"clean {failure?.Message}");
}

[Playbook("all")]
internal sealed partial record LockedBeside
{
    [Parallel]
    public Locked Data => new();

    public Command Work => new("work");

    [Rescue]
    public Command Undo => new("undo");
}
