using System.ComponentModel;
using System.Globalization;
using Playbooks.Connections;

namespace Playbooks.Generated;

/// <summary>What a task is: its name, its attributes, and which results it needs. The generator writes it.</summary>
/// <param name="Member">The member of the record.</param>
/// <param name="Module">The module's name: <c>Command</c>, <c>Copy</c>, …</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TaskInfo(string Member, string Module)
{
    /// <summary>What is shown for it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Its path in job ids, events and the journal. Defaults to <see cref="Member"/>; in a block that of the member that returned the
    /// block stands before it: <c>Migration.Run</c>, in a loop of blocks <c>Migrations.1.Run</c>.
    /// </summary>
    public string Path { get; init; } = Member;

    /// <summary>The part of its block or playbook to which it belongs. Defaults to <see cref="TaskPart.Main"/>.</summary>
    public TaskPart Part { get; init; }

    /// <summary>Whether a task of <see cref="TaskPart.Rescue"/> also runs where the host was lost.</summary>
    public bool RescuesUnreachable { get; init; }

    /// <summary>The block that it runs, if its member returns one.</summary>
    public BlockInfo? Block { get; init; }

    /// <summary>Whether it is a loop.</summary>
    public bool IsLoop { get; init; }

    /// <summary>Whether it may be skipped.</summary>
    public bool IsConditional { get; init; }

    /// <summary>How it runs as a job, if it does.</summary>
    public AsyncInfo? Async { get; init; }

    /// <summary>How often it is run again, if it is.</summary>
    public RetryInfo? Retry { get; init; }

    /// <summary>Its own word on becoming another user, if it has one.</summary>
    public BecomeInfo? Become { get; init; }

    /// <summary>Whether it runs beside those that follow it.</summary>
    public bool IsParallel { get; init; }

    /// <summary>How many items of a loop run at once on the controller, where its <c>[Parallel]</c> says so.</summary>
    public int? Max { get; init; }

    /// <summary>Whether it runs once, on the first live host.</summary>
    public bool RunOnce { get; init; }

    /// <summary>The host on which it runs instead, where an attribute names one.</summary>
    public string? DelegateTo { get; init; }

    /// <summary>How many hosts may run it at once, where an attribute bounds that.</summary>
    public int? Throttle { get; init; }

    /// <summary>The seconds that it may take in the foreground, where an attribute bounds that.</summary>
    public int? Timeout { get; init; }

    /// <summary>Whether the loss of its host is ignored.</summary>
    public bool IgnoreUnreachable { get; init; }

    /// <summary>Whether a failure is ignored.</summary>
    public bool IgnoreErrors { get; init; }

    /// <summary>Whether nothing of what it gives is shown or written.</summary>
    public bool NoLog { get; init; }

    /// <summary>Whether it only tells what it would change, where an attribute says so; else the run does.</summary>
    public bool? CheckMode { get; init; }

    /// <summary>Whether it failed, where an attribute says so.</summary>
    public bool? FailedWhen { get; init; }

    /// <summary>Whether it changed something, where an attribute says so.</summary>
    public bool? ChangedWhen { get; init; }

    /// <summary>The members of the earlier tasks whose results it asks for of all hosts: all live hosts meet before it.</summary>
    public IReadOnlyList<string> Gathers { get; init; } = [];

    /// <summary>The members of the earlier tasks whose results or jobs it asks for, itself, through its <c>When</c> or its <c>After</c>.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The members of the handlers that run when it has changed something.</summary>
    public IReadOnlyList<string> Notifies { get; init; } = [];

    /// <summary>The names by which a run may choose it; in a block also those of the block.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether it runs as a job: it says so, and its limit is none that was computed to be none.</summary>
    internal bool RunsAsJob => Async is { Limit: > 0 };

    /// <summary>
    /// How many items of a loop run side by side on the controller; <see langword="null"/> where they run one after the other. So many blocks have
    /// a shell of their own.
    /// </summary>
    internal int? SideBySide => Max ?? (IsParallel && IsLoop && Block is not null ? HostConnection.MostShells : null);

    /// <summary>Where it stands in the items of the loops of blocks around it: <c>.1.0</c>.</summary>
    internal string Items { get; private init; } = "";

    /// <summary>0, and more for each time that a handler runs again in the same place.</summary>
    internal int Turn { get; init; }

    /// <summary>Its path, different for each time that it runs again in the same place.</summary>
    internal string PathOfTurn => Turn == 0 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}#{Turn + 1}");

    /// <summary>Its path in the text of the playbook, the same for all items of the loops of blocks around it: no member has a number for a name.</summary>
    internal string WrittenPath => Path.Any(char.IsAsciiDigit)
        ? string.Join('.', Path.Split('.').Where(part => !part.All(char.IsAsciiDigit)))
        : Path;

    /// <summary>The member that returned a loop of blocks, for one of them.</summary>
    /// <param name="item">The block's index.</param>
    internal TaskInfo OfItem(int item) => this with
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{Name} (item {item + 1})"),
        Items = string.Create(CultureInfo.InvariantCulture, $"{Items}.{item}"),
    };

    /// <summary>This task where it stands in a block: what is said of the block holds for it, unless it says so itself.</summary>
    /// <param name="block">The member that returned the block.</param>
    /// <param name="path">The path of the block.</param>
    internal TaskInfo Within(TaskInfo block, string path) => this with
    {
        Path = $"{path}.{Member}",
        Name = $"{block.Name} > {Name}",
        Items = block.Items,
        Turn = block.Turn,
        Become = Become ?? block.Become,
        IgnoreErrors = IgnoreErrors || block.IgnoreErrors,
        NoLog = NoLog || block.NoLog,
        CheckMode = CheckMode ?? block.CheckMode,
        Throttle = Throttle ?? block.Throttle,
        DelegateTo = DelegateTo ?? block.DelegateTo,
        Tags = block.Tags.Count == 0 ? Tags : [.. block.Tags.Union(Tags, StringComparer.Ordinal)],
    };
}
