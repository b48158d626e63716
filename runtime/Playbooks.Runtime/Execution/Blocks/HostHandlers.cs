using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>The handlers of a host: those of its playbook, and then those of the blocks that it has come to, in the order of the tasks.</summary>
internal sealed class HostHandlers
{
    private readonly Lock _gate = new();
    private readonly List<(BlockRun Block, IHandlers Handlers)> _all = [];
    private readonly Dictionary<(BlockRun Block, string? Flush), int> _turns = [];

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

    /// <summary>The handlers of a block have their turn.</summary>
    /// <param name="block">The block.</param>
    /// <param name="flush">The path of the task that flushes them; <see langword="null"/> at the end of the play.</param>
    /// <returns>How often they had it in that place before.</returns>
    internal int CountTurn(BlockRun block, string? flush)
    {
        lock (_gate)
        {
            var before = _turns.GetValueOrDefault((block, flush));
            _turns[(block, flush)] = before + 1;
            return before;
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
