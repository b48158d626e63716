using System.Collections.Concurrent;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>The tasks of blocks and flushed handlers where they stand, each made once for all hosts.</summary>
internal sealed class TaskPlaces
{
    private readonly ConcurrentDictionary<(string Path, int Turn), TaskInfo> _placed = new();

    /// <summary>A task of a block where it stands.</summary>
    /// <param name="task">The task.</param>
    /// <param name="block">The member that returned the block.</param>
    /// <param name="path">The path of the block.</param>
    internal TaskInfo Of(TaskInfo task, TaskInfo block, string path) =>
        _placed.GetOrAdd(($"{path}.{task.Member}", block.Turn), static (_, place) => place.task.Within(place.block, place.path), (task, block, path));

    /// <summary>A handler where it runs: in the same place it may run again, and its jobs need other ids then.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="flush">The path of the task that flushes; <see langword="null"/> at the end of the play.</param>
    /// <param name="turn">How often it has run there before.</param>
    internal TaskInfo OfHandler(TaskInfo handler, string? flush, int turn) => flush is null && turn == 0
        ? handler
        : _placed.GetOrAdd(
            (flush is null ? handler.Path : $"{flush}.{handler.Path}", turn),
            static (place, handler) => handler with { Path = place.Path, Turn = place.Turn },
            handler);
}
