using System.Collections.Concurrent;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>The tasks of blocks and the flushed handlers at their places. Each is created once for all hosts.</summary>
internal sealed class TaskPlaces
{
    private readonly ConcurrentDictionary<(string Path, int Turn), TaskInfo> _placed = new();

    /// <summary>Returns a task of a block at its place.</summary>
    /// <param name="task">The task.</param>
    /// <param name="block">The task whose member returned the block.</param>
    /// <param name="path">The path of the block.</param>
    internal TaskInfo Of(TaskInfo task, TaskInfo block, string path) =>
        _placed.GetOrAdd(($"{path}.{task.Member}", block.Turn), static (_, place) => place.task.Within(place.block, place.path), (task, block, path));

    /// <summary>Returns a handler at the place where it runs. It may run again in the same place, where its jobs need other ids.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="flush">The path of the task that flushes it; <see langword="null"/> at the end of the play.</param>
    /// <param name="turn">How often it has run there before.</param>
    internal TaskInfo OfHandler(TaskInfo handler, string? flush, int turn) => flush is null && turn == 0
        ? handler
        : _placed.GetOrAdd(
            (flush is null ? handler.Path : $"{flush}.{handler.Path}", turn),
            static (place, handler) => handler with { Path = place.Path, Turn = place.Turn },
            handler);
}
