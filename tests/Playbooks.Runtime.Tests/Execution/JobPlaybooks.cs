namespace Playbooks.Runtime.Tests.Execution;

[Playbook("all")]
internal sealed partial record Polled
{
    [Async(3600, Poll = 30)]
    public Command Backup => new("backup");

    public Debug Show(CommandResult backup) => new($"done: {backup.Stdout}");
}

[Playbook("all")]
internal sealed partial record ImplicitWait
{
    [Async(600, Poll = 0)]
    public Command Build => new("build");

    public Command Other => new("other");

    public Debug Done(CommandResult build) => new($"built: {build.Rc}");
}

[Playbook("all")]
internal sealed partial record ExplicitWait
{
    [Async(600, Poll = 0)]
    public Command Build => new("build");

#pragma warning disable PB0010 // Giving up before the job's limit is what is tested.
    [Retry(3, Delay = 20), FailedWhen(false)]
#pragma warning restore PB0010
    public Wait<CommandResult> Outcome(Job<CommandResult> build) => new(build);

    public Debug Done(CommandResult outcome) => new($"rc {outcome.Rc}, gave up {outcome.GaveUp}");
}

[Playbook("all")]
internal sealed partial record Unasked
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Doomed => new("doomed");

    [Async(600, Poll = 0, AtEnd = AtEnd.Cancel)]
    public Command Companion => new("companion");

    [Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Command DeadMan => new("dead-man");

    [Async(600, Poll = 60)]
    public Command Long => new("long");

    public Command Never => new("never");
}

[Playbook("all")]
internal sealed partial record Ends
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Joined => new("joined");

    [Async(600, Poll = 0, AtEnd = AtEnd.Cancel)]
    public Command Cancelled => new("cancelled");

    [Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Command Left => new("left");
}

[Playbook("all")]
internal sealed partial record LoopOfJobs
{
    [Async(600, Poll = 0)]
    public IEnumerable<Command> Checks => new[] { "a", "b", "c" }.Select(name => new Command($"check {name}") { Label = name });

    public IEnumerable<Wait<CommandResult>> Answers(IReadOnlyList<Job<CommandResult>> checks) => checks.Select(Wait.For);
}

[Playbook("all")]
internal sealed partial record PolledLoop
{
    [Async(600, Poll = 10)]
    public IEnumerable<Command> Checks => new[] { "a", "b", "c" }.Select(name => new Command($"check {name}") { Label = name });
}

[Playbook("all")]
internal sealed partial record Looking
{
    [Async(600, Poll = 0)]
    public Command Build => new("build");

    [Retry(10, Delay = 30)]
    public AsyncStatus<CommandResult> Status(Job<CommandResult> build) => new(build) { Until = status => status.Finished };
}

[Playbook("all")]
internal sealed partial record AskedInVain(bool Looks)
{
    [Async(600, Poll = 0)]
    public Command Build => new("build");

    [When(nameof(Looks))]
    public AsyncStatus<CommandResult> Status(Job<CommandResult> build) => new(build);

    public Command Work => new("work");

    public Command Next => new("next");

    [Rescue]
    public Debug Mend(Failure failure) => new(failure.Task);
}

[Playbook("all")]
internal sealed partial record DoomedBeside(bool IsExplicit)
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Doomed => new("doomed");

    [Async(600, Poll = 0)]
    public Command Build => new("build");

    [When(nameof(IsExplicit))]
    public Wait<CommandResult> Waited(Job<CommandResult> build) => new(build);

    public Debug Show(CommandResult build) => new($"built: {build.Rc}");

    [Rescue]
    public Debug Mend(Failure failure) => new(failure.Task);
}

[Playbook("all")]
internal sealed partial record TwoDoomed
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Doomed => new("doomed");

    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Cursed => new("cursed");

    public Command Work => new("work");

    [Rescue]
    public Command Mend(Failure failure) => new($"mend {failure.Task} {failure.Others.Select(other => other.Task)}");
}

[Playbook("all")]
internal sealed partial record WatchedCut
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Watch => new("watch");

    public Command Cut => new("cut");
}

[Playbook("all")]
internal sealed partial record LoopAskedPlainly
{
    [Async(600, Poll = 0)]
    public IEnumerable<Command> Checks => new[] { "a", "b", "c" }.Select(name => new Command($"check {name}") { Label = name });

    public Debug Show(IReadOnlyList<CommandResult> checks) => new($"{checks.Count}");
}

[Playbook("all")]
internal sealed partial record ThrowingLambda
{
    [Async(600, Poll = 0)]
    public Command Build => new("build") { FailedWhen = result => int.Parse(result.Stdout, System.Globalization.CultureInfo.InvariantCulture) > 3 };

    public Debug Show(CommandResult build) => new($"{build.Rc}");
}
