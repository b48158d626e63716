using System.Globalization;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Order;

namespace Playbooks;

/// <content>Handlers: at the end of the play, and where they are flushed.</content>
public sealed partial class HostRun
{
    /// <summary>Whether a handler was notified since it ran last; it has its turn now.</summary>
    /// <param name="handler">The handler.</param>
    public bool IsNotified(TaskInfo handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return _block.TakesTurn(handler);
    }

    /// <summary>Runs the tasks of a playbook, and then the handlers that they have notified; after a failure only where the run forces them.</summary>
    /// <exception cref="TaskFailedException">A task or a handler failed.</exception>
    /// <exception cref="UnreachableException">The host was lost.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    internal async Task<TResults> RunPlaybookAsync<TResults>(Func<HostRun, Task<TResults>> tasks, IHandlers? handlers)
    {
        _handlers.Add(_block, handlers);
        var end = _block.PositionOfHandlers;
        try
        {
            var results = await RunAsync(tasks).ConfigureAwait(false);
            await RunHandlersAsync(end, flush: null, isStoppable: true).ConfigureAwait(false);
            return results;
        }
        catch (TaskFailedException) when (_context.ForcesHandlers)
        {
            _ = await SettleAsync(() => ForceHandlersAsync(end)).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs what has been notified so far: handlers stand where the task stands that asks for it.</summary>
    private async Task<FlushHandlersResult> FlushAsync(TaskInfo task, int? item)
    {
        var path = item is null ? task.Path : string.Create(CultureInfo.InvariantCulture, $"{task.Path}.{item}");
        var ran = await RunHandlersAsync(_block.PositionOf(task), path, _block.IsStoppable(task)).ConfigureAwait(false);
        return new FlushHandlersResult
        {
            Handlers = ran,
            Message = ran.Count == 0 ? "no handler was notified" : $"ran {string.Join(", ", ran)}",
        };
    }

    private async Task<List<string>> RunHandlersAsync(TaskPosition position, string? flush, bool isStoppable)
    {
        var ran = new List<string>();
        while (_handlers.Next is var (block, handlers))
        {
            var placed = block.Info.Handlers.Select(block.Place).Select(handler => flush is null ? handler : _context.PlaceFlushed(handler, flush));
            var turn = new BlockRun(
                _context,
                block.Info with { Tasks = [.. placed], Handlers = [] },
                member: null,
                path: "",
                block.IsPlaybook ? position.Within(0) : position.Within(1).Then(block.Position),
                isStoppable)
            {
                HandlersOf = block,
            };
            await RunInnerAsync(turn, async run =>
            {
                await handlers.RunHandlersAsync(run).ConfigureAwait(false);
                return run;
            }).ConfigureAwait(false);
            ran.AddRange(turn.Turns);
        }

        return ran;
    }

    // A handler that fails keeps no other from running, and does not hide the first failure.
    private async Task<HostRun> ForceHandlersAsync(TaskPosition position)
    {
        while (_handlers.Next is not null)
        {
            try
            {
                await RunHandlersAsync(position, flush: null, isStoppable: false).ConfigureAwait(false);
            }
            catch (TaskFailedException)
            {
                // Told and counted where it happened.
            }
        }

        return this;
    }
}
