using Playbooks.Connections.Escalation;

namespace Playbooks.Runtime.Tests.Execution;

[Playbook("all")]
internal sealed partial record ThreeSteps
{
    public Command First => new("first");

    public Command Second(Host host) => new($"second {host.Name}");

    public Debug Third(CommandResult first, CommandResult second) => new($"{first.Stdout} and {second.Stdout}");
}

[Playbook("all", Become = true, BecomeUser = "deploy")]
internal sealed partial record Users
{
    public Command AsPlaybook => new("as-playbook");

    [Become("postgres")]
    public Command AsTask => new("as-task");

    [Become(false)]
    public Command AsLogin => new("as-login");

    [Become("postgres")]
    public Command AsModule => new("as-module") { Become = "root" };
}

[Playbook("all", Become = true)]
internal sealed partial record Somebody
{
    public Command Default => new("default");

    [Become("postgres")]
    public Command Named => new("named");
}

[Playbook("all")]
internal sealed partial record Loop(IReadOnlyList<string> Items)
{
    public IEnumerable<Command> Each => Items.Select(item => new Command($"do {item}") { Label = item });

    public Debug Count(IReadOnlyList<CommandResult> each) => new($"{each.Count}: {string.Join(' ', each.Select(one => one.Label))}");
}

[Playbook("all")]
internal sealed partial record Conditions(bool Big)
{
    [When(nameof(IsBig))]
    public Command OnlyIfBig => new("only-if-big");

    public Command? OnlyIfSmall => Big ? null : new("only-if-small");

    public Debug Seen(CommandResult? onlyIfBig, CommandResult? onlyIfSmall) =>
        new($"big {onlyIfBig is not null}, small {onlyIfSmall is not null}");

    private bool IsBig(Host host) => Big && host.Name.Length > 0;
}
