namespace Playbooks.Runtime.Tests.Execution;

/// <summary>A part of a whole, with a number.</summary>
[Block]
internal sealed partial record Stretch(int Number)
{
    public Command Work => new($"work {Number}");

    public Command Done(CommandResult work) => new($"done {Number} {work.Stdout}");

    [Always]
    public Command Clean(Failure? failure) => new($"clean {Number} {failure?.Task}");
}

/// <summary>Parts beside a task, and who asks for all of them.</summary>
[Playbook("all")]
internal sealed partial record ManyParts(int Count)
{
    [Parallel]
    public IEnumerable<Stretch> Parts => Enumerable.Range(0, Count).Select(number => new Stretch(number));

    public Command Beside => new("beside");

    public Debug Show(IReadOnlyList<Stretch.Results> parts) => new(string.Join(',', parts.Select(part => part.Work.Stdout)));

    [Rescue]
    public Command Mend(Failure failure) => new($"mend {Failures.Of(failure)}");
}

/// <summary>Loops beside what follows, and how many of their items run at once.</summary>
[Playbook("all")]
internal sealed partial record BoundedBeside
{
    [Parallel(Max = 2)]
    public IEnumerable<Stretch> Blocks => Enumerable.Range(0, 4).Select(number => new Stretch(number));

    [Parallel(Max = 1)]
    public IEnumerable<Stretch> One => Enumerable.Range(0, 4).Select(number => new Stretch(number));

    [Parallel(Max = 2)]
    public IEnumerable<Command> Modules => Enumerable.Range(0, 4).Select(number => new Command($"work {number}"));

    [Parallel]
    public IEnumerable<Command> InOrder => Enumerable.Range(0, 4).Select(number => new Command($"work {number}"));
}

/// <summary>A part that mends itself, and starts a job with a name.</summary>
[Block]
internal sealed partial record Mending(string Name)
{
    [Async(600, Poll = 0, Key = "watch")]
    public Command Watch => new($"watch {Name}");

    [Retry(1, Delay = 5)]
    public Command Try => new($"try {Name}");

    [Async(600, Poll = 30, Key = "copy")]
    public IEnumerable<Command> Copies => [new($"copy {Name}")];

    public Debug Seen(CommandResult watch) => new($"{watch.Rc}");

    [Rescue]
    public Command Mend(Failure failure) => new($"mend {Name} {failure.Task}");
}

[Playbook("all")]
internal sealed partial record MendedParts
{
    [Parallel]
    public IEnumerable<Mending> Parts => [new("a"), new("b"), new("c")];

    public IEnumerable<Mending> After(IReadOnlyList<Mending.Results> parts) =>
        parts.Take(1).Select(part => new Mending(part.Mend is null ? "sound" : "mended"));
}

/// <summary>Parts of which each host has as many as its variable says, in which hosts meet.</summary>
[Block]
internal sealed partial record Meeting(int Number, string On)
{
    [RunOnce]
    public Command Once => new($"once {Number}");

    [Throttle(1)]
    public Command Measure => new($"measure {Number} {On}");

    public Command Tell(AcrossHosts<CommandResult> measure) => new($"tell {Number} of {measure.Count}");
}

[Playbook("all")]
internal sealed partial record Meetings
{
    [Parallel]
    public IEnumerable<Meeting> Parts(Host host) =>
        Enumerable.Range(0, int.Parse(host.Variables["parts"], System.Globalization.CultureInfo.InvariantCulture))
            .Select(number => new Meeting(number, host.Name));

    public Command Beside => new("beside");
}

[Block]
internal sealed partial record TwoTasks(int Number)
{
    public Command Work => new($"work {Number}");

    public Command Done => new($"done {Number}");
}

[Playbook("all", AnyErrorsFatal = true)]
internal sealed partial record FatalParts
{
    [Parallel]
    public IEnumerable<TwoTasks> Parts => [new(0), new(1)];
}

/// <summary>A part that asks for facts and notifies its handler.</summary>
[Block]
internal sealed partial record Telling(string Name)
{
    [Notify(nameof(Restart))]
    public Command Config(Facts facts) => new($"config {Name} {facts.Kernel}");

    [Notify(nameof(Restart))]
    public Command More => new($"more {Name}");

    [Handler]
    public Command Restart => new($"restart {Name}");
}

[Playbook("all")]
internal sealed partial record TellingParts
{
    [Parallel]
    public IEnumerable<Telling> Parts => [new("a"), new("b"), new("c")];
}

/// <summary>Parts within parts.</summary>
[Block]
internal sealed partial record Whole(int Number)
{
    [Parallel(Max = 2)]
    public IEnumerable<Stretch> Parts => Enumerable.Range(10 * Number, 3).Select(number => new Stretch(number));

    public Command Own => new($"own {Number}");

    [Always]
    public Command Close => new($"close {Number}");
}

[Playbook("all")]
internal sealed partial record Wholes
{
    [Parallel]
    public IEnumerable<Whole> All => [new(1), new(2)];

    public Command Beside => new("beside");

    [Rescue]
    public Command Mend(Failure failure) => new($"mend {Failures.Of(failure)}");
}

/// <summary>Says on the host that it is there, and waits for another.</summary>
[Block]
internal sealed partial record WaitingPart(string Folder, int Number, int Other)
{
    public Command Come => new($"touch {Folder}/{Number}");

    [Timeout(60)]
    public Shell Wait => new($"until [ -e {Folder}/{Other} ]; do sleep 0.02; done");
}

[Playbook("all")]
internal sealed partial record WaitingForEachOther(string Folder)
{
    [Parallel]
    public IEnumerable<WaitingPart> Blocks => Enumerable.Range(0, 3).Select(number => new WaitingPart(Folder, number, (number + 1) % 3));

    [Parallel(Max = 2), Timeout(60)]
    public IEnumerable<Shell> Modules =>
        Enumerable.Range(0, 2).Select(number => new Shell($"touch {Folder}/m{number}; until [ -e {Folder}/m{1 - number} ]; do sleep 0.02; done"));
}
