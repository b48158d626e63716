namespace Playbooks.Execution.Blocks;

/// <summary>The handlers of a host: those of its playbook, and then those of the blocks that it has come to, in the order of the tasks.</summary>
internal sealed class HostHandlers
{
    private readonly Lock _gate = new();
    private readonly List<(BlockRun Block, IHandlers Handlers)> _all = [];

    /// <summary>The first of them that have been notified and have not run.</summary>
    internal (BlockRun Block, IHandlers Handlers)? Next
    {
        get
        {
            lock (_gate)
            {
                var notified = _all.Where(item => item.Block.Notifications.Any).OrderBy(item => item.Block.Position).ToList();
                return notified.Count > 0 ? notified[0] : null;
            }
        }
    }

    /// <summary>A host has come to a playbook or block.</summary>
    /// <param name="block">Its run there.</param>
    /// <param name="handlers">Its handlers, if it has any.</param>
    internal void Add(BlockRun block, IHandlers? handlers)
    {
        if (handlers is not null)
        {
            lock (_gate)
            {
                _all.Add((block, handlers));
            }
        }
    }
}
