using Playbooks.Generated;

namespace Playbooks.Execution.Selection;

/// <summary>A task while the selection decides whether it runs.</summary>
/// <param name="task">The task at its place, regardless of the items of loops.</param>
/// <param name="inner">The tasks of the block that it runs.</param>
internal sealed class SelectableTask(TaskInfo task, IReadOnlyList<SelectableTask> inner)
{
    internal TaskInfo Task => task;

    internal IReadOnlyList<SelectableTask> Inner => inner;

    private IEnumerable<SelectableTask> Tasks => inner.Where(one => one.Task.Part != TaskPart.Handler);

    /// <summary>The tasks within it that are not handlers, at all depths; the task itself if it runs no block.</summary>
    internal IEnumerable<SelectableTask> Leaves => task.Block is null ? [this] : Tasks.SelectMany(one => one.Leaves);

    /// <summary>Whether it was chosen, or a chosen task needs it.</summary>
    internal bool IsWanted { get; set; }

    /// <summary>Why it must not run, even if other tasks need it; <see langword="null"/> if it may.</summary>
    internal string? Against { get; set; }

    /// <summary>Why it does not run although it was chosen: a task that it needs does not run.</summary>
    internal string? Lacks { get; set; }

    internal bool Runs => task.Block is null || inner.Count == 0
        ? IsWanted && Against is null && Lacks is null
        : Lacks is null && Leaves.Any(leaf => leaf.Runs);

    /// <summary>Whether some of its results will be missing.</summary>
    internal bool IsIncomplete => task.Block is null
        ? !Runs
        : !Runs || Tasks.Any(one => one.IsIncomplete && !one.Task.IsConditional);

    /// <summary>Marks it as needed by a task that runs, with all tasks of its block.</summary>
    internal void Want()
    {
        IsWanted = true;
        foreach (var one in Tasks)
        {
            one.Want();
        }
    }
}
