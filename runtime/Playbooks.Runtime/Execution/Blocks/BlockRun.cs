using System.Collections.Concurrent;
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Order;
using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>A block on one host, or the playbook as the outermost block: its position, the results of its tasks, and why it failed.</summary>
/// <param name="context">The run.</param>
/// <param name="info">The description of the block.</param>
/// <param name="member">The task whose member returned the block; <see langword="null"/> for a playbook that runs alone.</param>
/// <param name="path">The block's path; empty for a playbook that runs alone.</param>
/// <param name="position">The block's position in the order of the tasks.</param>
/// <param name="isMain">Whether the block and all blocks around it are in a main part, not in <c>[Rescue]</c> or <c>[Always]</c>.</param>
internal sealed class BlockRun(RunContext context, BlockInfo info, TaskInfo? member, string path, TaskPosition position, bool isMain)
{
    private readonly int _main = info.Tasks.Count(task => task.Part is TaskPart.Main or TaskPart.Handler);
    private Notifications _notifications = new();

    /// <summary>The results of the tasks, if a task after a failure may need some of them.</summary>
    private ConcurrentDictionary<string, object>? _given =
        info.Tasks.Any(task => task.Part != TaskPart.Main) || info.Handlers.Count > 0 ? new(StringComparer.Ordinal) : null;

    private int _cursor;

    /// <summary>Creates the playbook of a run, which may be part of a site.</summary>
    internal static BlockRun OfPlaybook(RunContext context) =>
        new(context, context.Playbook, context.SiteMember, context.SiteMember?.Path ?? "", default, isMain: true) { IsPlaybook = true };

    /// <summary>Creates the same block for one of its branches.</summary>
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

    /// <summary>The task whose member returned the block; <see langword="null"/> for a playbook that runs alone.</summary>
    internal TaskInfo? Member => member;

    /// <summary>The block's position.</summary>
    internal TaskPosition Position => position;

    /// <summary>Whether this is the outermost block.</summary>
    internal bool IsPlaybook { get; private init; }

    /// <summary>Whether the block runs beside other blocks of a loop. Its failure then counts when all of them have ended.</summary>
    internal bool IsOneOfMany { get; init; }

    /// <summary>The block whose handlers are the tasks of this one. They use the results of that block's tasks.</summary>
    internal BlockRun? HandlersOf { get; init; }

    /// <summary>The block's notified handlers.</summary>
    internal Notifications Notifications => HandlersOf?.Notifications ?? _notifications;

    /// <summary>The names of the handlers that have run in this block.</summary>
    internal List<string> Turns { get; } = [];

    /// <summary>The block's path; <see langword="null"/> for a playbook that runs alone.</summary>
    internal string? Path => member is null ? null : path;

    /// <summary>Why the block's main part failed; <see langword="null"/> if it has not failed.</summary>
    internal Failure? Failure { get; private set; }

    /// <summary>The task that failed first.</summary>
    internal TaskInfo? FailedTask { get; private set; }

    /// <summary>Whether the block's main part has ended, with success or failure.</summary>
    internal bool IsMainOver { get; set; }

    /// <summary>The position after all tasks of the main part or, once that has ended, of the whole block.</summary>
    internal TaskPosition EndPosition => position.Within((2 * (IsMainOver ? info.Tasks.Count : _main)) - 1);

    /// <summary>Whether the block has tasks that run even after a failure.</summary>
    internal bool HasOtherParts => _main < info.Tasks.Count;

    /// <summary>Whether the block has <c>[Always]</c> tasks.</summary>
    internal bool HasAlways => info.Tasks.Any(task => task.Part == TaskPart.Always);

    /// <summary>Whether the end of a job was already taken into account when the main part ended or failed.</summary>
    internal bool HasSettled(StartedJob job) => HandlersOf is not null ? job.IsJudged : IsMainOver && job.Task.Part == TaskPart.Main && job.IsJudged;

    /// <summary>Whether a task must not run if too many other hosts have failed. <c>[Rescue]</c> and <c>[Always]</c> tasks run in any case.</summary>
    internal bool IsStoppable(TaskInfo task) => isMain && task.Part is TaskPart.Main or TaskPart.Handler;

    /// <summary>Returns a task of the block at its place.</summary>
    internal TaskInfo Place(TaskInfo task) => HandlersOf is { } owner
        ? info.Tasks.FirstOrDefault(handler => handler.Member == task.Member) ?? owner.Place(task)
        : member is null ? task : context.Places.Of(task, member, path);

    internal TaskPosition PositionOf(TaskInfo task) => position.Within(2 * IndexOf(task));

    /// <summary>The position after a task and everything in it.</summary>
    internal TaskPosition PositionAfter(TaskInfo task) => position.Within((2 * IndexOf(task)) + 1);

    /// <summary>The position after all tasks of the playbook, where its handlers and those of its blocks run.</summary>
    internal TaskPosition PositionOfHandlers => position.Within(2 * info.Tasks.Count);

    /// <summary>Returns whether a handler was notified, and resets that: the handler runs now.</summary>
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

    /// <summary>Whether a task or handler uses the result of a task.</summary>
    internal bool IsAsked(TaskInfo task) => IsGathered(task) || info.Tasks.Concat(info.Handlers).Any(other => other.Needs.Contains(task.Member));

    /// <summary>Whether a task or handler uses the results of a task on all hosts.</summary>
    internal bool IsGathered(TaskInfo task) => info.Tasks.Concat(info.Handlers).Any(other => other.Gathers.Contains(task.Member));

    /// <summary>Returns what a task returned, except jobs on an unreachable host: nothing can wait for those.</summary>
    internal T? Given<T>(TaskInfo task)
        where T : class =>
        HandlersOf is not null ? HandlersOf.Given<T>(task)
        : Failure is { IsUnreachable: true } && task.Async is { Poll: 0 } ? null : _given?.GetValueOrDefault(task.Member) as T;

    /// <summary>Returns how many later tasks of the same part use the job of a task.</summary>
    internal int AskersOf(TaskInfo task) => info.Tasks
        .SkipWhile(other => other.Member != task.Member)
        .Skip(1)
        .Count(later => later.Part == task.Part && later.Needs.Contains(task.Member) && context.Selection.Runs(Place(later)));

    /// <summary>Whether a <c>[Rescue]</c> task is skipped because it does not handle an unreachable host.</summary>
    internal bool PassesOver(TaskInfo task) =>
        task is { Part: TaskPart.Rescue, RescuesUnreachable: false } && Failure is { IsUnreachable: true };

    /// <summary>Records that the main part, or its rescue, has failed.</summary>
    /// <param name="thrown">The exception of a failed task or an unreachable host, with the other failures.</param>
    /// <param name="during">The task during which the host became unreachable.</param>
    internal void Fail(Exception thrown, TaskInfo during)
    {
        IsMainOver = true;
        FailedTask = thrown is TaskFailedException failed ? failed.Task : during;
        Failure = Describe(FailedTask, thrown) with { Others = [.. FirstFailure.OthersOf(thrown).Select(other => Describe(other.Task, other))] };
    }

    /// <summary>Whether any <c>[Rescue]</c> task handles a failure.</summary>
    internal bool IsRescuedFrom(Exception thrown) =>
        info.Tasks.Any(
            task => task.Part == TaskPart.Rescue && context.Selection.Runs(Place(task)) && (task.RescuesUnreachable || thrown is not UnreachableException));

    // The path is relative to this block.
    private Failure Describe(TaskInfo task, Exception thrown) => new(
        FromHere(task), thrown is OperationCanceledException ? BranchContext.WhyCut : thrown.Message)
    {
        Name = task.Name,
        Result = (thrown as TaskFailedException)?.Result,
        IsUnreachable = thrown is UnreachableException,
    };

    // Tasks come in order, so the search continues where the last one ended.
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
