using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>The handlers of a host: first those of its playbook, then those of the blocks that it has reached, in the order of the tasks.</summary>
internal sealed class HostHandlers
{
    private readonly Lock _gate = new();
    private readonly List<(BlockRun Block, IHandlers Handlers)> _all = [];
    private readonly Dictionary<(BlockRun Block, string? Flush), int> _turns = [];

    /// <summary>The first handlers that were notified and have not run.</summary>
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

    /// <summary>Counts a turn of a block's handlers.</summary>
    /// <param name="block">The block.</param>
    /// <param name="flush">The path of the task that flushes the handlers; <see langword="null"/> at the end of the play.</param>
    /// <returns>How often the handlers had run before in this place.</returns>
    internal int CountTurn(BlockRun block, string? flush)
    {
        lock (_gate)
        {
            var before = _turns.GetValueOrDefault((block, flush));
            _turns[(block, flush)] = before + 1;
            return before;
        }
    }

    /// <summary>Records that the host has reached a playbook or block.</summary>
    /// <param name="block">The run of the block on this host.</param>
    /// <param name="handlers">The block's handlers; <see langword="null"/> if it has none.</param>
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
