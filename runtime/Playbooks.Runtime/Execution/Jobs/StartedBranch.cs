using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>A branch that a block has started. It runs on the controller, beside the tasks that follow it.</summary>
/// <param name="task">The task.</param>
/// <param name="tally">The counts of the branch's tasks. They are added to the host's counts when the branch is taken into account.</param>
/// <param name="cut">Ends the branch.</param>
internal abstract class StartedBranch(TaskInfo task, HostTally tally, CancellationTokenSource cut) : StartedWork(task)
{
    internal HostTally Tally { get; } = tally;

    internal override AtEnd AtEnd => AtEnd.Join;

    internal override bool HasEnded => Ending.IsCompleted;

    /// <summary>The branch's failure, if it has ended with one; else <see langword="null"/>.</summary>
    internal TaskFailedException? Failure => Ending.Exception?.InnerException as TaskFailedException;

    /// <summary>Ends the branch with everything that it has started, and returns when it is gone.</summary>
    internal async Task CancelAsync()
    {
        await cut.CancelAsync().ConfigureAwait(false);
        await UntilEndedAsync().ConfigureAwait(false);
    }

    /// <summary>Waits until the branch has ended, with success or failure.</summary>
    internal async Task UntilEndedAsync() => await Ending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
