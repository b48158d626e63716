using Playbooks.Connections.Escalation;

namespace Playbooks.Runtime.Tests.Execution;

[Playbook("web")]
internal sealed partial record Knowing
{
    public Debug Show(Play play) => new($"{play.RunId} {play.Started:O} {play.Hosts.Count} of {play.Inventory.Hosts.Count} {play.CheckMode}");
}

[Playbook("all")]
internal sealed partial record Hosted
{
    public Debug Show(Host host) => new($"{host.Name} {host.Address} {string.Join(' ', host.Groups)} {host.Variables.GetValueOrDefault("rack", "none")}");
}

[Playbook("all")]
internal sealed partial record Located
{
    [Async(600, Poll = 0), DelegateTo("lb1"), Become("app")]
    public Command Drain => new("drain");

    public Debug Show(Job<CommandResult> drain) =>
        new($"{drain.Id} {drain.Host} {drain.User} {drain.Limit.TotalSeconds} {drain.Directory} {drain.Started:O}");
}

[Playbook("all")]
internal sealed partial record Again
{
    [Async(600, Poll = 30), Retry(2, Delay = 5)]
    public Command Flaky => new("flaky");
}

[Playbook("all")]
internal sealed partial record JudgedBeforeUntil
{
    [Retry(2, Delay = 5)]
    public Command Diff => new("diff") { FailedWhen = result => result.Rc > 1, Until = result => !result.Failed };
}

[Playbook("all")]
internal sealed partial record Kept
{
    [Async(600, Poll = 30, Keep = true)]
    public Command Dump => new("dump");

    [Async(600, Poll = 0, Keep = true, AtEnd = AtEnd.Join)]
    public Command Load => new("load");
}

[Playbook("all")]
internal sealed partial record Lingering
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Leave, Linger = true)]
    public Command Load => new("load");
}

[Playbook("all")]
internal sealed partial record Fleeting
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Command Load => new("load");
}

[Playbook("all")]
internal sealed partial record Evaluated(Action<string>? Tell = null)
{
    [Retry(2)]
    public Command Flaky
    {
        get
        {
            Tell?.Invoke("flaky");
            return new("flaky");
        }
    }

    public IEnumerable<Command> Loop
    {
        get
        {
            for (var item = 1; item <= 2; item++)
            {
                Tell?.Invoke($"item {item}");
                yield return new($"item {item}");
            }
        }
    }
}

[Playbook("all")]
internal sealed partial record Unhurried
{
    [Async(3600)]
    public Command Long => new("long");

    [Async(20)]
    public Command Short => new("short");
}

[Playbook("all")]
internal sealed partial record Labelled
{
    public Command Slow => new("slow") { Label = "the slow one" };
}

[Playbook("all")]
internal sealed partial record Ignored
{
    [IgnoreErrors]
    public Command Copied => new("copy");
}

[Playbook("all")]
internal sealed partial record LookedAt
{
    [Async(600, Poll = 0)]
    public Command Build => new("build");

    public AsyncStatus<CommandResult> Status(Job<CommandResult> build) => new(build);
}

[Playbook("all")]
internal sealed partial record Waiting
{
    [Async(600, Poll = 0)]
    public Command Probe => new("probe");

    [Async(600, Poll = 0)]
    public Command Init => new("init");

    [When(nameof(IsWanted))]
    public Command Unwanted(CommandResult init) => new($"unwanted {init.Rc}");

    public Command Between => new("between");

    [After(nameof(Init))]
    public Command Last(CommandResult probe) => new($"last {probe.Stdout}");

    public Command Same(CommandResult probe, CommandResult init) => new($"same {probe.Stdout} {init.Rc}");

    private static bool IsWanted(CommandResult probe) => probe.Stdout == "wanted";
}

[Playbook("all")]
internal sealed partial record Differing
{
    public AsksForDiff Shown => new();

    [NoLog]
    public AsksForDiff Hidden => new();

    public AsksForDiff Hushed => new() { NoLog = true };
}

/// <summary>Says whether it was asked for differences.</summary>
internal sealed record AsksForDiff : ActionModule<DebugResult>
{
    protected internal override Task<DebugResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new DebugResult { Text = $"{context.Diff}" });

    protected internal override Task<DebugResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        RunAsync(context, cancellationToken);

    protected internal override DebugResult FailedResult(string message) => new() { Failed = true, Message = message };
}

[Block]
internal sealed partial record Piece
{
    public Command Run => new("piece");
}

[Playbook("all")]
internal sealed partial record Nothing
{
    public Command? Maybe => No ? new("maybe") : null;

    [Async(60, Poll = 0, AtEnd = AtEnd.Join)]
    public Command? Started => No ? new("started") : null;

    public IEnumerable<Command> Loop => [];

    [Async(60, Poll = 0, AtEnd = AtEnd.Join)]
    public IEnumerable<Command> Jobs => [];

    public Piece? Block => No ? new() : null;

    public IEnumerable<Piece> Blocks => [];

    [When(nameof(No))]
    public Command If => new("if");

    [Async(60, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Job => new("job");

    [Async(60, Poll = 0, AtEnd = AtEnd.Join)]
    public IEnumerable<Command> Several => [new("one"), new("two")];

    private static bool No => false;
}

internal static partial class Company
{
    internal partial record struct Team
    {
        [Playbook("all")]
        internal sealed partial record Nightly
        {
            public Command Run => new("run");
        }
    }
}
