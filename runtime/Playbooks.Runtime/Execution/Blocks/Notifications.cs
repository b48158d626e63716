using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>The handlers of a block that were notified on one host and have not run yet. Jobs of other hosts may notify, too.</summary>
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

    /// <summary>A task has ended: where it changed something, its handlers are to run. What failed notifies nobody; of a loop each item counts.</summary>
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

    /// <summary>Whether a handler is to run; then it has its turn, and is notified no more.</summary>
    internal bool Take(TaskInfo handler)
    {
        lock (_gate)
        {
            return _handlers.Remove(handler.Member);
        }
    }
}
