using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>A branch that a block has started: a task that runs beside those that follow it, on the controller.</summary>
/// <param name="task">The task.</param>
/// <param name="tally">How its tasks have ended; the host's own does not know of them before the branch is judged.</param>
/// <param name="cut">Ends it.</param>
internal abstract class StartedBranch(TaskInfo task, HostTally tally, CancellationTokenSource cut) : StartedWork(task)
{
    internal HostTally Tally { get; } = tally;

    internal override AtEnd AtEnd => AtEnd.Join;

    internal override bool HasEnded => Ending.IsCompleted;

    /// <summary>Its failure, where it has ended with one.</summary>
    internal TaskFailedException? Failure => Ending.Exception?.InnerException as TaskFailedException;

    /// <summary>Ends it with all that it has started, and returns when it is gone.</summary>
    internal async Task CancelAsync()
    {
        await cut.CancelAsync().ConfigureAwait(false);
        await UntilEndedAsync().ConfigureAwait(false);
    }

    /// <summary>Waits until it has ended, however.</summary>
    internal async Task UntilEndedAsync() => await Ending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
