using System.Globalization;
using Playbooks.Execution.Order;
using Playbooks.Generated;

namespace Playbooks.Execution.Blocks;

/// <summary>Runs the notified handlers on one host: at the end of the play, and when a task flushes them.</summary>
internal sealed class HandlerRunner(BlockScope scope, BlockRunner blocks)
{
    /// <summary>Runs the handlers at the end of the play.</summary>
    internal async Task RunAtEndAsync() => await RunAsync(scope.Block.PositionOfHandlers, flush: null, isStoppable: true).ConfigureAwait(false);

    /// <summary>Runs the handlers on a host where a task has failed. If a handler fails, the other handlers still run, and the first failure is kept.</summary>
    internal async Task ForceAsync()
    {
        while (scope.Handlers.Next is not null)
        {
            try
            {
                await RunAsync(scope.Block.PositionOfHandlers, flush: null, isStoppable: false).ConfigureAwait(false);
            }
            catch (TaskFailedException)
            {
                // The failure was reported and counted where it happened.
            }
        }
    }

    /// <summary>Runs the handlers notified so far, at the position of the task that flushes them.</summary>
    /// <returns>The names of the handlers that ran.</returns>
    internal Task<List<string>> FlushAsync(TaskInfo task, int? item) => RunAsync(
        scope.Block.PositionOf(task),
        item is null ? task.Path : string.Create(CultureInfo.InvariantCulture, $"{task.Path}.{item}"),
        scope.Block.IsStoppable(task));

    private async Task<List<string>> RunAsync(TaskPosition position, string? flush, bool isStoppable)
    {
        var ran = new List<string>();
        while (scope.Handlers.Next is var (block, handlers))
        {
            var number = scope.Handlers.CountTurn(block, flush);
            var turn = new BlockRun(
                scope.Run,
                block.Info with
                {
                    Tasks = [.. block.Info.Handlers.Select(handler => scope.Run.Places.OfHandler(block.Place(handler), flush, number))],
                    Handlers = []
                },
                member: null,
                path: "",
                block.IsPlaybook ? position.Within(0) : position.Within(1).Then(block.Position),
                isStoppable)
            {
                HandlersOf = block,
            };
            await blocks.RunAsync(turn, async run =>
            {
                await handlers.RunHandlersAsync(run).ConfigureAwait(false);
                return run;
            }).ConfigureAwait(false);
            ran.AddRange(turn.Turns);
        }

        return ran;
    }
}
