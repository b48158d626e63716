using System.Collections.Concurrent;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Order;
using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>A block, or a playbook as the outermost one, on one host: where it stands, what its tasks gave, and why it failed.</summary>
/// <param name="context">The run.</param>
/// <param name="info">What the block is.</param>
/// <param name="member">The member that returned it; <see langword="null"/> for a playbook that runs alone.</param>
/// <param name="path">Its path; empty for a playbook that runs alone.</param>
/// <param name="position">Where it stands in the order of the tasks.</param>
/// <param name="isMain">Whether it is, and all around it are, in a main part: it does not rescue from a failure or clean up after it.</param>
internal sealed class BlockRun(RunContext context, BlockInfo info, TaskInfo? member, string path, TaskPosition position, bool isMain)
{
    private readonly int _main = info.Tasks.Count(task => task.Part is TaskPart.Main or TaskPart.Handler);
    private Notifications _notifications = new();

    /// <summary>What the tasks gave, where some may be asked for after a failure.</summary>
    private ConcurrentDictionary<string, object>? _given =
        info.Tasks.Any(task => task.Part != TaskPart.Main) || info.Handlers.Count > 0 ? new(StringComparer.Ordinal) : null;

    private int _cursor;

    /// <summary>The playbook of a run, which may stand in a site.</summary>
    internal static BlockRun OfPlaybook(RunContext context) =>
        new(context, context.Playbook, context.SiteMember, context.SiteMember?.Path ?? "", default, isMain: true) { IsPlaybook = true };

    /// <summary>The same block for a branch of it, which runs beside it.</summary>
    internal BlockRun Beside() => new(context, info, member, path, position, isMain)
    {
        IsPlaybook = IsPlaybook,
        IsOneOfMany = IsOneOfMany,
        HandlersOf = HandlersOf,
        Failure = Failure,
        IsMainOver = IsMainOver,
        _given = _given,
        _notifications = _notifications,
    };

    internal BlockInfo Info => info;

    /// <summary>The member that returned it; <see langword="null"/> for a playbook that runs alone.</summary>
    internal TaskInfo? Member => member;

    /// <summary>Where it stands.</summary>
    internal TaskPosition Position => position;

    /// <summary>Whether it is the outermost block.</summary>
    internal bool IsPlaybook { get; private init; }

    /// <summary>Whether it runs beside others of a loop, which end before its failure counts.</summary>
    internal bool IsOneOfMany { get; init; }

    /// <summary>The block whose handlers are the tasks of this one; they ask for what its tasks gave.</summary>
    internal BlockRun? HandlersOf { get; init; }

    /// <summary>Which of its handlers are to run.</summary>
    internal Notifications Notifications => HandlersOf?.Notifications ?? _notifications;

    /// <summary>The names of the handlers that have had their turn in it.</summary>
    internal List<string> Turns { get; } = [];

    /// <summary>Its path; <see langword="null"/> for a playbook that runs alone.</summary>
    internal string? Path => member is null ? null : path;

    /// <summary>Why its main part failed.</summary>
    internal Failure? Failure { get; private set; }

    /// <summary>The task that failed first.</summary>
    internal TaskInfo? FailedTask { get; private set; }

    /// <summary>Whether its main part is over, well or not.</summary>
    internal bool IsMainOver { get; set; }

    /// <summary>After every task of its main part, or of the whole.</summary>
    internal TaskPosition EndPosition => position.Within((2 * (IsMainOver ? info.Tasks.Count : _main)) - 1);

    /// <summary>Whether it has tasks that a failure does not keep from running.</summary>
    internal bool HasOtherParts => _main < info.Tasks.Count;

    /// <summary>Whether it has tasks that run whatever happened.</summary>
    internal bool HasAlways => info.Tasks.Any(task => task.Part == TaskPart.Always);

    /// <summary>Whether a job's end is no news: it was taken into account when the main part ended or failed.</summary>
    internal bool HasSettled(StartedJob job) => HandlersOf is not null ? job.IsJudged : IsMainOver && job.Task.Part == TaskPart.Main && job.IsJudged;

    /// <summary>Whether a task does not run where too many other hosts have failed; what rescues and cleans up does.</summary>
    internal bool IsStoppable(TaskInfo task) => isMain && task.Part is TaskPart.Main or TaskPart.Handler;

    /// <summary>A task of the block where it stands.</summary>
    internal TaskInfo Place(TaskInfo task) => HandlersOf is { } owner
        ? info.Tasks.FirstOrDefault(handler => handler.Member == task.Member) ?? owner.Place(task)
        : member is null ? task : context.Places.Of(task, member, path);

    internal TaskPosition PositionOf(TaskInfo task) => position.Within(2 * IndexOf(task));

    /// <summary>After a task and all that stands within it.</summary>
    internal TaskPosition PositionAfter(TaskInfo task) => position.Within((2 * IndexOf(task)) + 1);

    /// <summary>After all tasks of the playbook: where its handlers stand, and those of its blocks.</summary>
    internal TaskPosition PositionOfHandlers => position.Within(2 * info.Tasks.Count);

    /// <summary>Whether a handler was notified: it has its turn.</summary>
    internal bool TakesTurn(TaskInfo handler)
    {
        if (!Notifications.Take(handler))
        {
            return false;
        }

        Turns.Add(Place(handler).Name);
        return true;
    }

    internal void Give(TaskInfo task, object? given)
    {
        if (given is not null)
        {
            _given?[task.Member] = given;
        }
    }

    /// <summary>Whether some task or handler asks for what a task gave.</summary>
    internal bool IsAsked(TaskInfo task) => IsGathered(task) || info.Tasks.Concat(info.Handlers).Any(other => other.Needs.Contains(task.Member));

    /// <summary>Whether some task or handler asks for what a task gave on all hosts.</summary>
    internal bool IsGathered(TaskInfo task) => info.Tasks.Concat(info.Handlers).Any(other => other.Gathers.Contains(task.Member));

    /// <summary>What a task gave; no jobs of a host that was lost, for nobody can wait for them.</summary>
    internal T? Given<T>(TaskInfo task)
        where T : class =>
        HandlersOf is not null ? HandlersOf.Given<T>(task)
        : Failure is { IsUnreachable: true } && task.Async is { Poll: 0 } ? null : _given?.GetValueOrDefault(task.Member) as T;

    /// <summary>How many later tasks of the same part ask for a task's job.</summary>
    internal int AskersOf(TaskInfo task) => info.Tasks
        .SkipWhile(other => other.Member != task.Member)
        .Skip(1)
        .Count(later => later.Part == task.Part && later.Needs.Contains(task.Member) && context.Selection.Runs(Place(later)));

    /// <summary>Whether a <c>[Rescue]</c> task is not for what happened: the host was lost.</summary>
    internal bool PassesOver(TaskInfo task) =>
        task is { Part: TaskPart.Rescue, RescuesUnreachable: false } && Failure is { IsUnreachable: true };

    /// <summary>Its main part has failed, or what was to rescue from that.</summary>
    /// <param name="thrown">The failure of a task, or the loss of the host; with what failed besides.</param>
    /// <param name="during">The task during which the host was lost.</param>
    internal void Fail(Exception thrown, TaskInfo during)
    {
        IsMainOver = true;
        FailedTask = thrown is TaskFailedException failed ? failed.Task : during;
        Failure = Describe(FailedTask, thrown) with { Others = [.. FirstFailure.OthersOf(thrown).Select(other => Describe(other.Task, other))] };
    }

    /// <summary>Whether any <c>[Rescue]</c> task is for a failure.</summary>
    internal bool IsRescuedFrom(Exception thrown) =>
        info.Tasks.Any(
            task => task.Part == TaskPart.Rescue && context.Selection.Runs(Place(task)) && (task.RescuesUnreachable || thrown is not UnreachableException));

    // Named as seen from here.
    private Failure Describe(TaskInfo task, Exception thrown) => new(
        FromHere(task), thrown is OperationCanceledException ? BranchContext.WhyCut : thrown.Message)
    {
        Name = task.Name,
        Result = (thrown as TaskFailedException)?.Result,
        IsUnreachable = thrown is UnreachableException,
    };

    // Tasks come in order: the search goes on where the last one ended.
    private int IndexOf(TaskInfo task)
    {
        for (var step = 0; step < info.Tasks.Count; step++)
        {
            var index = (_cursor + step) % info.Tasks.Count;
            if (info.Tasks[index].Member == task.Member)
            {
                return _cursor = index;
            }
        }

        throw new InvalidOperationException($"{info.Name} has no task {task.Member}.");
    }

    private string FromHere(TaskInfo task) =>
        path.Length > 0 && task.Path.StartsWith($"{path}.", StringComparison.Ordinal) ? task.Path[(path.Length + 1)..] : task.Path;
}
