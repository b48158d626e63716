using Playbooks.Execution.Agreement;
using Playbooks.Execution.Order;

namespace Playbooks.Execution;

/// <summary>What one host does in one branch, or in the playbook itself. Each branch has its own order of hosts and its own interruption.</summary>
internal sealed class BranchContext
{
    /// <summary>Why a task in a branch did not run to its end.</summary>
    internal const string WhyCut = "cancelled, because its block failed";

    private readonly string _host;
    private readonly Lane? _lane;
    private bool _isOver;

    /// <summary>Creates the context of the playbook on a host.</summary>
    internal BranchContext(RunContext run, IAgreement agreement, string host)
        : this(run, agreement, host, lane: null, run.Interrupt, CancellationToken.None)
    {
    }

    private BranchContext(RunContext run, IAgreement agreement, string host, Lane? lane, CancellationToken stop, CancellationToken cut)
    {
        (Run, Agreement, _host, _lane) = (run, agreement, host, lane);
        (Stop, Cut) = (stop, cut);
    }

    internal RunContext Run { get; }

    /// <summary>The agreement between the hosts of the batch.</summary>
    internal IAgreement Agreement { get; }

    /// <summary>Set when the run is interrupted or the branch is cut. Then no task starts and nothing waits.</summary>
    internal CancellationToken Stop { get; private set; }

    /// <summary>Ends a task in the foreground. Only branches are ended like this.</summary>
    internal CancellationToken Cut { get; private set; }

    /// <summary>Whether the branch was ended because the block around it has failed.</summary>
    internal bool IsCut => (_isOver || Cut.IsCancellationRequested) && !Run.Interrupt.IsCancellationRequested;

    /// <summary>Whether an interruption also cancels the jobs. The interruption of a branch always does.</summary>
    internal bool CancelsJobs => Run.CancelsJobs || IsCut;

    /// <summary>Enters a branch: from now on the host is in two places.</summary>
    /// <param name="position">The position of the branch.</param>
    /// <param name="stop">Interrupts the branch.</param>
    /// <param name="cut">Ends the branch.</param>
    internal async Task<BranchContext> EnterAsync(TaskPosition position, CancellationToken stop, CancellationToken cut)
    {
        var lane = new Lane(_lane, position);
        await Agreement.EnterAsync(_host, lane).ConfigureAwait(false);
        return new BranchContext(Run, Agreement, _host, lane, stop, cut);
    }

    /// <summary>Returns the boundary at a position.</summary>
    internal Boundary At(TaskPosition position) => new(_host, _lane, position);

    /// <summary>Reports that the host has reached a position, without waiting.</summary>
    internal ValueTask ReachAsync(TaskPosition position) => Agreement.ReachAsync(_host, _lane, position);

    /// <summary>Reports that the host has reached the end of the branch or, in the playbook itself, is no longer live.</summary>
    internal ValueTask LeaveAsync() => Agreement.LeaveAsync(_host, _lane);

    /// <summary>Whether an exception is the interruption of the run or of the branch.</summary>
    internal bool IsInterruption(Exception thrown) => thrown is OperationCanceledException && (Stop.IsCancellationRequested || _isOver);

    /// <summary>
    /// Whether an exception is a failure of the code that threw it, and not the failure of another task, an unreachable host or an interruption.
    /// </summary>
    internal bool IsFailure(Exception thrown) => thrown is not (UnreachableException or TaskFailedException) && !IsInterruption(thrown);

    /// <summary>Lets <c>[Always]</c> tasks run, after everything that was cut has ended.</summary>
    internal void GoOnAfterCut()
    {
        _isOver = true;
        Stop = Run.Interrupt;
        Cut = CancellationToken.None;
    }
}
