using System.ComponentModel;
using System.Globalization;
using Playbooks.Connections;

namespace Playbooks.Generated;

/// <summary>Describes a task: its name, its attributes, and the results that it needs. Generated code creates the description.</summary>
/// <param name="Member">The member of the record.</param>
/// <param name="Module">The module's name, such as <c>Command</c> or <c>Copy</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TaskInfo(string Member, string Module)
{
    /// <summary>The task's name as the output shows it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The task's path in job ids and events. Defaults to <see cref="Member"/>. In a block, the path of the member that returned the block comes first:
    /// <c>Migration.Run</c>, or <c>Migrations.1.Run</c> in a loop of blocks.
    /// </summary>
    public string Path { get; init; } = Member;

    /// <summary>The part of the block or playbook to which the task belongs. Defaults to <see cref="TaskPart.Main"/>.</summary>
    public TaskPart Part { get; init; }

    /// <summary>
    /// Whether a task in the part <see cref="TaskPart.Rescue"/> also runs when the host has become unreachable. Defaults to <see langword="false"/>.
    /// </summary>
    public bool RescuesUnreachable { get; init; }

    /// <summary>The block that the task runs; <see langword="null"/> if its member returns a module.</summary>
    public BlockInfo? Block { get; init; }

    /// <summary>Whether the task is a loop.</summary>
    public bool IsLoop { get; init; }

    /// <summary>Whether the task may be skipped.</summary>
    public bool IsConditional { get; init; }

    /// <summary>How the task runs as a job; <see langword="null"/> if it has no <c>[Async]</c>.</summary>
    public AsyncInfo? Async { get; init; }

    /// <summary>How often the task runs again after a failure; <see langword="null"/> if it has no <c>[Retry]</c>.</summary>
    public RetryInfo? Retry { get; init; }

    /// <summary>Whether the task runs as another user, and as which user; <see langword="null"/> if the task does not specify it.</summary>
    public BecomeInfo? Become { get; init; }

    /// <summary>Whether the task runs beside the tasks that follow it (<c>[Parallel]</c>).</summary>
    public bool IsParallel { get; init; }

    /// <summary>How many items of a loop run at the same time on the controller; <see langword="null"/> if <c>[Parallel]</c> does not limit them.</summary>
    public int? Max { get; init; }

    /// <summary>Whether the task runs only once, on the first live host (<c>[RunOnce]</c>).</summary>
    public bool RunOnce { get; init; }

    /// <summary>The name of the host on which the task runs instead of the current host; <see langword="null"/> if no attribute names one.</summary>
    public string? DelegateTo { get; init; }

    /// <summary>How many hosts may run the task at the same time; <see langword="null"/> if no attribute limits the number.</summary>
    public int? Throttle { get; init; }

    /// <summary>How many seconds the task may take in the foreground; <see langword="null"/> if no attribute limits the time.</summary>
    public int? Timeout { get; init; }

    /// <summary>Whether the host continues with the next task if this task finds it unreachable (<c>[IgnoreUnreachable]</c>).</summary>
    public bool IgnoreUnreachable { get; init; }

    /// <summary>Whether a failure of the task is ignored (<c>[IgnoreErrors]</c>).</summary>
    public bool IgnoreErrors { get; init; }

    /// <summary>Whether the task's result is never shown or written (<c>[NoLog]</c>).</summary>
    public bool NoLog { get; init; }

    /// <summary>Whether the task only reports what it would change; <see langword="null"/> if no attribute specifies this; the run then decides.</summary>
    public bool? CheckMode { get; init; }

    /// <summary>
    /// Overrides whether the task counts as failed: <see langword="true"/> always, <see langword="false"/> never. <see langword="null"/> if no attribute
    /// overrides this.
    /// </summary>
    public bool? FailedWhen { get; init; }

    /// <summary>
    /// Overrides whether the task counts as changed: <see langword="true"/> always, <see langword="false"/> never. <see langword="null"/> if no attribute
    /// overrides this.
    /// </summary>
    public bool? ChangedWhen { get; init; }

    /// <summary>
    /// The members of the earlier tasks of which this task uses the results on all hosts. If there are any, this task is a meeting point of all live hosts.
    /// </summary>
    public IReadOnlyList<string> Gathers { get; init; } = [];

    /// <summary>The members of the earlier tasks whose results or jobs this task uses, directly or in its <c>[When]</c> or <c>[After]</c>.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The members of the handlers that run if the task has changed something.</summary>
    public IReadOnlyList<string> Notifies { get; init; } = [];

    /// <summary>The tags by which a run may choose the task; in a block, also the tags of the block.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether the task runs as a job: it has <c>[Async]</c>, and the computed limit, if there is one, is not <see langword="null"/>.</summary>
    internal bool RunsAsJob => Async is { Limit: > 0 };

    /// <summary>
    /// How many items of a loop run at the same time on the controller; <see langword="null"/> if they run one after the other. If nothing else is specified,
    /// this is the number of shells: each block then has a shell of its own.
    /// </summary>
    internal int? SideBySide => Max ?? (IsParallel && IsLoop && Block is not null ? HostConnection.MostShells : null);

    /// <summary>The task's position in the items of the loops of blocks around it, such as <c>.1.0</c>.</summary>
    internal string Items { get; private init; } = "";

    /// <summary>0 for the first run; one more each time a handler runs again in the same place.</summary>
    internal int Turn { get; init; }

    /// <summary>The task's path, different for each time that it runs again in the same place.</summary>
    internal string PathOfTurn => Turn == 0 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}#{Turn + 1}");

    /// <summary>
    /// The task's path in the text of the playbook, the same for all items of the loops of blocks around it. A path element that is a number can only be an
    /// item, because no member has a number for a name.
    /// </summary>
    internal string WrittenPath => Path.Any(char.IsAsciiDigit)
        ? string.Join('.', Path.Split('.').Where(part => !part.All(char.IsAsciiDigit)))
        : Path;

    /// <summary>For a loop of blocks: the task for one of the blocks.</summary>
    /// <param name="item">The block's index.</param>
    internal TaskInfo OfItem(int item) => this with
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{Name} (item {item + 1})"),
        Items = string.Create(CultureInfo.InvariantCulture, $"{Items}.{item}"),
    };

    /// <summary>Returns the task at its place in a block. Attributes of the block apply to the task unless it has its own.</summary>
    /// <param name="block">The task whose member returned the block.</param>
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
