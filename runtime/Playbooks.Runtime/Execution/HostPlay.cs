using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;
using Playbooks.Generated;

namespace Playbooks.Execution;

/// <summary>The run of a playbook on one host, from its first task to its last handler.</summary>
internal sealed class HostPlay(BlockScope scope)
{
    internal Host Host => scope.Host;

    /// <summary>The jobs that still run, as far as the run knows, from all blocks.</summary>
    internal IReadOnlyList<StartedJob> RunningJobs => scope.Started.Running;

    /// <summary>Runs the tasks, and then the notified handlers. After a failure, the handlers run only if the run forces them.</summary>
    internal async Task<HostReport<object>> RunAsync(RunnablePlaybook playbook)
    {
        var end = new BlockEnd(scope);
        object? results = null;
        Exception? failure = null;
        try
        {
            results = await RunAsync(playbook, end).ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is TaskFailedException or UnreachableException or OperationCanceledException)
        {
            failure = thrown;
            if (thrown is UnreachableException lost)
            {
                end.TellLost(lost);
            }
        }
        finally
        {
            await scope.Branch.LeaveAsync().ConfigureAwait(false);
        }

        return new HostReport<object>(Host, scope.Tally.Counts, results, failure);
    }

    private async Task<object> RunAsync(RunnablePlaybook playbook, BlockEnd end)
    {
        scope.Handlers.Add(scope.Block, playbook.Handlers);
        var handlers = new HandlerRunner(scope, new BlockRunner(scope));
        try
        {
            var results = await end.RunAsync(playbook.RunAsync).ConfigureAwait(false);
            await handlers.RunAtEndAsync().ConfigureAwait(false);
            return results;
        }
        catch (TaskFailedException) when (scope.Run.ForcesHandlers)
        {
            await end.SettleAsync<object>(async () =>
            {
                await handlers.ForceAsync().ConfigureAwait(false);
                return scope;
            }).ConfigureAwait(false);
            throw;
        }
    }
}
