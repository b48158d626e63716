namespace Playbooks.Runtime.Tests.Execution;

/// <summary>A job that is ended, twice, and asked for afterwards.</summary>
[Playbook("all")]
internal sealed partial record EndedJob
{
    [Async(600, Poll = 0)]
    public Command Watch => new("watch");

    public Command Work => new("work");

    public Cancel<CommandResult> Enough(Job<CommandResult> watch) => new(watch);

    public Cancel<CommandResult> Again(Job<CommandResult> watch) => Cancel.Of(watch);

    public Wait<CommandResult> Outcome(Job<CommandResult> watch) => new(watch);

    public Debug Show(CommandResult enough, CommandResult outcome) => new($"{enough.Changed} {outcome.Failed} {outcome.Rc}");
}

/// <summary>Jobs of a loop that are ended, of which nobody may see what they gave.</summary>
[Playbook("all")]
internal sealed partial record EndedSecrets
{
    [Async(600, Poll = 0), NoLog]
    public IEnumerable<Command> Watchers => [new("watch one") { Label = "one" }, new("watch two") { Label = "two" }];

    public Command Work => new("work");

    public IEnumerable<Cancel<CommandResult>> Enough(IReadOnlyList<Job<CommandResult>> watchers) => watchers.Select(Cancel.Of);
}

/// <summary>What must hold, what must not be, and a moment between.</summary>
[Playbook("all")]
internal sealed partial record Guarded(int Free, string? Reason = null)
{
    public Command Work => new("work");

    public Require Space => new(Free > 10);

    public Require Said => new(Free > 20, $"only {Free} GB are free");

    public Pause Settle => new(TimeSpan.FromHours(2));

    public Fail? Broken => Reason is null ? null : new(Reason);

    public ResetConnection Anew => new();
}
