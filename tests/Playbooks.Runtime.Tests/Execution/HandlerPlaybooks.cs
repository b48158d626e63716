namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Restart is never notified, Reload by two tasks, Check by one.</summary>
[Playbook("all")]
internal sealed partial record Notified
{
    [Notify(nameof(Reload)), Notify(nameof(Check))]
    public Command Config => new("config");

    [Notify(nameof(Restart)), ChangedWhen(false)]
    public Command Same => new("same");

    [Handler]
    public Command Check(Host host, Play play, CommandResult? config, CommandResult? missed, CommandResult? site) =>
        new($"check {host.Name} of {play.Hosts.Count} {config?.Stdout} {missed is null} {site?.Rc}");

    [Handler]
    public Command Restart => new("restart");

    [When(nameof(Never))]
    public Command Missed => new("missed");

    [Handler]
    public Command Reload => new("reload");

    [Notify(nameof(Reload))]
    public Command Site => new("site");

    private static bool Never => false;
}

/// <summary>The first handler notifies the last; of those between one has nothing to do and one does not hold.</summary>
[Playbook("all")]
internal sealed partial record Chain
{
    [Notify(nameof(First)), Notify(nameof(Nothing)), Notify(nameof(Unwanted)), Notify(nameof(Wanted))]
    public Command Config => new("config");

    [Handler, Notify(nameof(Last))]
    public Command First => new("first");

    [Handler]
    public Command? Nothing => null;

    [Handler, When(nameof(IsBroken))]
    public Command Unwanted => new("unwanted");

    [Handler, When(nameof(IsSound))]
    public Command Wanted(CommandResult? job) => new($"wanted {job?.Stdout}");

    [Handler]
    public Command Last => new("last");

    [Async(60, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Job => new("job");

    private static bool IsBroken(CommandResult? job) => job?.Rc != 0;

    private static bool IsSound(CommandResult? job) => job?.Rc == 0;
}

[Playbook("all")]
internal sealed partial record Flushed(bool Again = false)
{
    [Notify(nameof(Restart))]
    public Command Config => new("config");

    public FlushHandlers Flush => new();

    [Notify(nameof(Restart)), When(nameof(Again))]
    public Command Site => new("site");

    public Command Last => new("last");

    [Handler, Async(60, Poll = 30)]
    public Command Restart => new("restart");
}

[Playbook("all")]
internal sealed partial record Failing
{
    [Notify(nameof(Restart)), Notify(nameof(Tell))]
    public Command Config => new("config");

    public Command Work => new("work");

    [Handler]
    public Command Restart => new("restart");

    [Handler]
    public Command Tell => new("tell");
}

[Playbook("all")]
internal sealed partial record Mended
{
    [Notify(nameof(Restart))]
    public IEnumerable<Command> Config => [new("config a"), new("config b")];

    [Rescue]
    public Command Mend => new("mend");

    [Always]
    public Command Clean => new("clean");

    [Handler]
    public Command Restart(IReadOnlyList<CommandResult>? config, CommandResult? mend) => new($"restart {config?.Count} {mend?.Rc}");
}

[Playbook("all")]
internal sealed partial record HandlerJobs
{
    [Notify(nameof(Polled)), Notify(nameof(Joined)), Notify(nameof(Left)), Notify(nameof(Last))]
    public Command Config => new("config");

    [Handler, Async(600, Poll = 30)]
    public Command Polled => new("polled");

    [Handler, Async(600, Poll = 0)]
    public Command Joined => new("joined");

    [Handler, Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
    public Command Left => new("left");

    [Handler]
    public Command Last => new("last");
}

/// <summary>Jobs that nobody waits for at once: joined at the end, joined by a task, cancelled, and left.</summary>
[Playbook("all")]
internal sealed partial record NotifyingJobs
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join), Notify(nameof(Joined))]
    public Command AtTheEnd => new("at-the-end");

    [Async(600, Poll = 0), Notify(nameof(Waited))]
    public Command Asked => new("asked");

    [Async(600, Poll = 0, AtEnd = AtEnd.Cancel), Notify(nameof(Cancelled))]
    public Command Ended => new("ended");

    [Async(600, Poll = 0, AtEnd = AtEnd.Leave), Notify(nameof(Left))]
    public Command Going => new("going");

    public FlushHandlers Before => new();

    public Wait<CommandResult> Done(Job<CommandResult> asked) => new(asked);

    public FlushHandlers Between => new();

    [Handler]
    public Command Joined => new("on joined");

    [Handler]
    public Command Waited => new("on waited");

    [Handler]
    public Command Cancelled => new("on cancelled");

    [Handler]
    public Command Left => new("on left");
}

/// <summary>A handler that is flushed asks for a job that still runs.</summary>
[Playbook("all")]
internal sealed partial record FlushedEarly
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Build => new("build");

    [Notify(nameof(Publish))]
    public Command Config => new("config");

    public FlushHandlers Flush => new();

    public Command Last => new("last");

    [Handler]
    public Command Publish(CommandResult? build) => new($"publish {build?.Stdout}");
}

[Block]
internal sealed partial record VirtualSite(string Name)
{
    [Notify(nameof(Reload))]
    public Command Files => new($"files {Name}");

    [Handler]
    public Command Reload(CommandResult? files) => new($"reload {Name} {files?.Stdout}");
}

[Playbook("all")]
internal sealed partial record VirtualSites(bool Flush = false)
{
    public IEnumerable<VirtualSite> Each => [new("a"), new("b")];

    [Notify(nameof(Restart))]
    public Command Config => new("config");

    public FlushHandlers? Now => Flush ? new() : null;

    public VirtualSite One => new("c");

    [Handler]
    public Command Restart => new("restart");
}

/// <summary>A handler that is a block, whose handler runs when it has run.</summary>
[Playbook("all")]
internal sealed partial record BlockAsHandler
{
    [Notify(nameof(Publish))]
    public Command Config => new("config");

    [Handler]
    public VirtualSite Publish => new("p");
}

[Playbook("all", Serial = 2)]
internal sealed partial record Batches
{
    [Notify(nameof(Restart))]
    public Command Config => new("config");

    public Command Work => new("work");

    [Handler]
    public Command Restart => new("restart");

    public Command Same => new("same");
}

[Playbook("all")]
internal sealed partial record OnceNotifies
{
    [RunOnce, Notify(nameof(Restart))]
    public Command Migrate => new("migrate");

    [RunOnce, Async(60, Poll = 0), Notify(nameof(Tell))]
    public Command Build => new("build");

    public Debug Show(CommandResult build) => new(build.Stdout);

    [Handler]
    public Command Restart => new("restart");

    [Handler]
    public Command Tell => new("tell");
}

/// <summary>Changes something, and foresees that it does.</summary>
internal sealed record Foreseeing(string Name) : ActionModule<DebugResult>
{
    protected internal override Task<DebugResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        PredictAsync(context, cancellationToken);

    protected internal override Task<DebugResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new DebugResult { Text = Name, Changed = true });

    protected internal override DebugResult FailedResult(string message) => new() { Text = Name };
}

[Playbook("all")]
internal sealed partial record CheckedHandlers
{
    [Notify(nameof(OnForeseen))]
    public Foreseeing Foreseen => new("foreseen");

    [Notify(nameof(OnSkipped))]
    public Command Skipped => new("skipped");

    [Handler]
    public Debug OnForeseen => new("would run");

    [Handler]
    public Debug OnSkipped => new("would not");
}

[Playbook("all")]
internal sealed partial record CutLoop
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Doomed => new("doomed");

    [Async(600, Poll = 30), Notify(nameof(Handle))]
    public IEnumerable<Command> Steps => [new("step a"), new("step b")];

    [Rescue]
    public Command Mend => new("mend");

    [Handler]
    public Command Handle => new("handle");
}
