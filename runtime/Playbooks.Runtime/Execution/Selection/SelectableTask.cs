using Playbooks.Generated;

namespace Playbooks.Execution.Selection;

/// <summary>A task while it is found out whether it runs.</summary>
/// <param name="task">The task where it stands, whatever loop it is in.</param>
/// <param name="inner">Those of the block that it runs.</param>
internal sealed class SelectableTask(TaskInfo task, IReadOnlyList<SelectableTask> inner)
{
    internal TaskInfo Task => task;

    internal IReadOnlyList<SelectableTask> Inner => inner;

    private IEnumerable<SelectableTask> Tasks => inner.Where(one => one.Task.Part != TaskPart.Handler);

    /// <summary>Those within it that are no handlers, or itself where it runs no block.</summary>
    internal IEnumerable<SelectableTask> Leaves => task.Block is null ? [this] : Tasks.SelectMany(one => one.Leaves);

    /// <summary>Whether it was chosen, or is needed by one that was.</summary>
    internal bool IsWanted { get; set; }

    /// <summary>Why it does not run, whoever wants it.</summary>
    internal string? Against { get; set; }

    /// <summary>Why it does not run although it was wanted: what it needs does not run.</summary>
    internal string? Lacks { get; set; }

    internal bool Runs => task.Block is null || inner.Count == 0
        ? IsWanted && Against is null && Lacks is null
        : Lacks is null && Leaves.Any(leaf => leaf.Runs);

    /// <summary>Whether some of what it gives is missing.</summary>
    internal bool IsIncomplete => task.Block is null
        ? !Runs
        : !Runs || Tasks.Any(one => one.IsIncomplete && !one.Task.IsConditional);

    /// <summary>A task that runs needs it, and of a block all that it gives.</summary>
    internal void Want()
    {
        IsWanted = true;
        foreach (var one in Tasks)
        {
            one.Want();
        }
    }
}
