using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>The handlers of a block that were notified on one host and have not run yet. Jobs of other hosts may notify handlers too.</summary>
internal sealed class Notifications
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _handlers = new(StringComparer.Ordinal);

    internal bool Any
    {
        get
        {
            lock (_gate)
            {
                return _handlers.Count > 0;
            }
        }
    }

    /// <summary>
    /// Notifies the handlers of a task that has ended, if it changed something. A failed task notifies no handler; in a loop, each item counts.
    /// </summary>
    internal void Note(TaskInfo task, IEnumerable<TaskResult> results)
    {
        if (task.Notifies.Count > 0 && results.Any(result => result is { Changed: true, Failed: false }))
        {
            lock (_gate)
            {
                _handlers.UnionWith(task.Notifies);
            }
        }
    }

    /// <summary>Returns whether a handler was notified, and resets that.</summary>
    internal bool Take(TaskInfo handler)
    {
        lock (_gate)
        {
            return _handlers.Remove(handler.Member);
        }
    }
}
