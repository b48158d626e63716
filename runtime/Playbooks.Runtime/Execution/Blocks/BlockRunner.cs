using System.Globalization;
using Playbooks.Execution.Order;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>Runs the blocks that the members of a playbook or block return, on one host.</summary>
internal sealed class BlockRunner(BlockScope scope)
{
    /// <summary>Runs the tasks of a block; returns <see langword="null"/> if the member returns <see langword="null"/>.</summary>
    internal Task<TResults?> RunAsync<TResults>(TaskInfo task, Func<IBlock<TResults>?> member)
        where TResults : class =>
        scope.Boundaries.RunAsync(
            task,
            async task => scope.Outcomes.EvaluateOptional(task, member) is { } block
                ? await RunAsync(task, block, task.Path, scope.Block.PositionOf(task)).ConfigureAwait(false)
                : null,
            scope.Run.Jobs.SharingResults<TResults>());

    /// <summary>Runs the blocks of a loop, one after the other or at the same time. If a block fails, the other blocks still run to their ends.</summary>
    internal async Task<IReadOnlyList<TResults>> RunEachAsync<TResults>(TaskInfo task, Func<IEnumerable<IBlock<TResults>>> member)
        where TResults : class =>
        (await scope.Boundaries.RunAsync(
            task,
            async task =>
            {
                var blocks = scope.Outcomes.Evaluate(task, () => member().ToList());
                if (blocks.Count == 0)
                {
                    scope.Outcomes.SkipEmpty(task);
                }

                return task.SideBySide is { } most
                    ? await RunSideBySideAsync(task, blocks, most).ConfigureAwait(false)
                    : await LoopItems.InOrderAsync(
                        blocks.Count,
                        item => RunAsync(task.OfItem(item), blocks[item], PathOf(task, item), scope.Block.PositionOf(task).Within(item)),
                        scope.Jobs).ConfigureAwait(false);
            },
            scope.Run.Jobs.SharingResults<IReadOnlyList<TResults>>()).ConfigureAwait(false))!;

    /// <summary>Runs the tasks of a block.</summary>
    internal async Task<TResults> RunAsync<TResults>(BlockRun block, Func<HostRun, Task<TResults>> tasks)
        where TResults : class
    {
        var inner = scope.Within(block);
        scope.Inner = inner;
        var results = await new BlockEnd(inner).RunAsync(tasks).ConfigureAwait(false);
        scope.Inner = null;
        return results;
    }

    private Task<TResults> RunAsync<TResults>(TaskInfo task, IBlock<TResults> block, string path, TaskPosition position)
        where TResults : class
    {
        var inner = new BlockRun(scope.Run, task.Block!, task, path, position, scope.Block.IsStoppable(task));
        scope.Handlers.Add(inner, block as IHandlers);
        return RunAsync(inner, block.RunAsync);
    }

    /// <summary>Runs the blocks of a loop at the same time. The host is then in several places; each has its own order, counts and interruption.</summary>
    private async Task<IReadOnlyList<TResults>> RunSideBySideAsync<TResults>(TaskInfo task, List<IBlock<TResults>> blocks, int most)
        where TResults : class
    {
        var around = scope.Block.PositionOf(task);
        var inner = new List<BlockScope>(blocks.Count);
        for (var item = 0; item < blocks.Count; item++)
        {
            var position = around.Within(item);
            var branch = await scope.Branch.EnterAsync(position, scope.Branch.Stop, scope.Branch.Cut).ConfigureAwait(false);
            var block = new BlockRun(
                scope.Run, task.Block!, task.OfItem(item), PathOf(task, item), position, scope.Block.IsStoppable(task)) { IsOneOfMany = true };
            scope.Handlers.Add(block, blocks[item] as IHandlers);
            inner.Add(scope.Within(block, branch));
        }

        // No host waits for this one in the blocks that only other hosts have.
        await scope.Branch.ReachAsync(scope.Block.PositionAfter(task)).ConfigureAwait(false);
        try
        {
            return await LoopItems.SideBySideAsync(
                blocks.Count, most, item => new BlockEnd(inner[item]).RunAsync(blocks[item].RunAsync), scope.Jobs).ConfigureAwait(false);
        }
        finally
        {
            foreach (var each in inner)
            {
                await each.Branch.LeaveAsync().ConfigureAwait(false);
                scope.Tally.Add(each.Tally);
            }
        }
    }

    private static string PathOf(TaskInfo loop, int item) => string.Create(CultureInfo.InvariantCulture, $"{loop.Path}.{item}");
}
