namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Migrates the data.</summary>
[Block]
internal sealed partial record Migration(string Version)
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Cancel)]
    public Command Warm => new("warm");

    [Async(1800, Poll = 30)]
    public Command Run => new($"migrate {Version}");

    public Command Check(CommandResult run) => new($"check {run.Stdout}");

    [Rescue]
    public Command RollBack(Failure failure, CommandResult? run, CommandResult? warm) =>
        new($"roll-back {failure.Task} {run?.Rc} {warm?.Rc} {failure.Others.Count}");

    [Always]
    public Command Unlock(Failure? failure) => new($"unlock {failure?.Task ?? "nothing"}");
}

[Playbook("all")]
internal sealed partial record Deployment
{
    public Command Prepare => new("prepare");

    public Migration Data(CommandResult prepare) => new(prepare.Stdout);

    public Debug Show(Migration.Results data) => new($"checked {data.Check?.Rc}, rolled back {data.RollBack?.Rc}, unlocked {data.Unlock.Rc}");
}

[Block]
internal sealed partial record Plain<T>(T Value)
{
    [Async(600, Poll = 0)]
    public Command Job => new($"job {Value}");

    public Command Next(CommandResult job) => new($"next {job.Stdout}");
}

[Playbook("all")]
internal sealed partial record MaybeBlocks(bool Wanted)
{
    [When(nameof(Wanted))]
    public Plain<int> Conditional => new(1);

    public Plain<string>? Nullable => Wanted ? new("two") : null;

    public IEnumerable<Plain<int>> Loop => Wanted ? [new(3), new(4)] : [];

    public Debug Show(Plain<int>.Results? conditional, Plain<string>.Results? nullable, IReadOnlyList<Plain<int>.Results> loop) =>
        new($"{conditional?.Next.Rc} {nullable?.Next.Rc} {string.Join(',', loop.Select(item => item.Job.Stdout))}");
}

[Block]
internal sealed partial record Inner(string Name)
{
    public Command Work => new($"work {Name}");

    [Rescue]
    public Command Mend => new($"mend {Name}");
}

[Block]
internal sealed partial record Outer
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Watch => new("watch");

    public IEnumerable<Inner> Parts => [new("a"), new("b")];

    public Command Last => new("last");

    [Rescue]
    public Command Recover(Failure failure) => new($"recover {Failures.Of(failure)}");
}

[Playbook("all")]
internal sealed partial record Nested
{
    public Outer All => new();

    public Command After => new("after");
}

[Playbook("all")]
internal sealed partial record AlwaysOnly
{
    public Command Work => new("work");

    [Always]
    public Command Clean(CommandResult? work) => new($"clean {work?.Rc}");

    [Always]
    public Command Report => new("report");
}

/// <summary>What cleans up starts a branch and jobs of each kind.</summary>
[Playbook("all")]
internal sealed partial record CleanUpBeside
{
    public Command Work => new("work");

    [Always, Parallel]
    public Command Sweep => new("sweep");

    [Always, Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Report => new("report");

    [Always, Async(600, Poll = 0, AtEnd = AtEnd.Cancel)]
    public Command Watch => new("watch");

    [Always, Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Command Serve => new("serve");

    [Always]
    public Command Last => new("last");
}

/// <summary>A rescue that starts a job, and may fail.</summary>
[Block]
internal sealed partial record Restoring
{
    public Command Work => new("work");

    [Rescue, Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Restore => new("restore");

    [Rescue]
    public Command Check => new("check");

    [Always]
    public Command Unlock(Failure? failure) => new($"unlock {Failures.Of(failure)}");
}

[Playbook("all")]
internal sealed partial record Restored
{
    public Restoring Data => new();

    [Rescue]
    public Command Report(Failure failure) => new($"report {Failures.Of(failure)}");
}

internal static class Failures
{
    internal static string Of(Failure? failure) => failure is null ? "" : string.Join(',', failure.Others.Prepend(failure).Select(each => each.Task));
}

[Playbook("all")]
internal sealed partial record RescuedLoss
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Cancel)]
    public Command Watch => new("watch");

    public Command Cut => new("cut");

    [Rescue]
    public Command Never(CommandResult? watch) => new($"never {watch?.Rc}");

    [Rescue(Unreachable = true)]
    public Command Reconnect(Failure failure) => new($"reconnect {failure.IsUnreachable}");
}

[Playbook("all")]
internal sealed partial record DoomedAround
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Doomed => new("doomed");

    public Swept Inner => new();

    public Command Next => new("next");
}

[Block]
internal sealed partial record Swept
{
    public Command Work => new("work");

    [Always]
    public Command Sweep => new("sweep");

    [Always]
    public Command Unlock => new("unlock");
}

[Playbook("all")]
internal sealed partial record RescuedOnce
{
    [RunOnce]
    public Inner Once => new("once");

    public Command After(Inner.Results once) => new($"after {once.Work?.Rc} {once.Mend?.Rc}");
}

[Playbook("all")]
internal sealed partial record FailedItems
{
    [Async(600, Poll = 0)]
    public IEnumerable<Command> Copies => new[] { "a", "b", "c" }.Select(name => new Command($"copy {name}") { Label = name });

    public Debug Done(IReadOnlyList<CommandResult> copies) => new($"{copies.Count} copies");

    [Rescue, Async(600, Poll = 10)]
    public IEnumerable<Command> Again(IReadOnlyList<CommandResult>? copies) =>
        (copies ?? []).Where(copy => copy.Failed).Select(copy => new Command($"again {copy.Label}"));
}

[Playbook("all")]
internal sealed partial record Unlabelled
{
    public IEnumerable<Plain<int>> Blocks => [new(1), new(2)];
}

[Playbook("all")]
internal sealed partial record EndlessJob
{
    [Async(nameof(Limit))]
    public Command Work => new("work");

    private static TimeSpan Limit => TimeSpan.MaxValue;
}

[Playbook("all")]
internal sealed partial record DeadMan
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Command RollBackLater => new("dead-man");

    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Companion => new("companion");

    public Command Change => new("change");

    [Rescue]
    public Command Mend => new("mend");
}

[Block]
internal sealed partial record Pair
{
    public Command First => new("first");

    public Command Second => new("second");
}

[Playbook("all")]
internal sealed partial record IgnoredBlock
{
    [IgnoreErrors]
    public Pair Both => new();

    public Debug Show(Pair.Results both) => new($"{both.First.Rc} {both.Second.Rc}");
}

[Block]
internal sealed partial record Elsewhere
{
    public Command There => new("there");
}

[Playbook("all")]
internal sealed partial record DelegatedBlock
{
    [DelegateTo("h2"), Throttle(1)]
    public Elsewhere Block => new();
}

[Playbook("all", AnyErrorsFatal = true)]
internal sealed partial record StoppedBlock
{
    public Command Before => new("before");

    public Inner Part => new("part");

    [Always]
    public Command Clean => new("clean");
}
