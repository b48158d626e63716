using Playbooks.Execution.Agreement;
using Playbooks.Execution.Order;

namespace Playbooks.Execution;

/// <summary>
/// What one host does in one branch: the playbook's own, or one that runs beside it. Each has an order of hosts, and an interruption of its own.
/// </summary>
internal sealed class BranchContext
{
    /// <summary>Why something in a branch has not run to its end.</summary>
    internal const string WhyCut = "cancelled, for its block has failed";

    private readonly string _host;
    private readonly Lane? _lane;
    private bool _isOver;

    /// <summary>The playbook on a host.</summary>
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

    /// <summary>What the hosts of the batch agree on.</summary>
    internal IAgreement Agreement { get; }

    /// <summary>Interrupts it: the run is interrupted, or it is cut. Nothing new is started, nothing is waited for.</summary>
    internal CancellationToken Stop { get; private set; }

    /// <summary>Ends what a task does in the foreground; only what runs beside something is ever ended like that.</summary>
    internal CancellationToken Cut { get; private set; }

    /// <summary>Whether it was ended, for the block around it has failed.</summary>
    internal bool IsCut => (_isOver || Cut.IsCancellationRequested) && !Run.Interrupt.IsCancellationRequested;

    /// <summary>Whether an interruption cancels the jobs, too; that of a branch always does.</summary>
    internal bool CancelsJobs => Run.CancelsJobs || IsCut;

    /// <summary>The host comes to a branch, and is in two places from there on.</summary>
    /// <param name="position">Where the branch stands.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <param name="cut">Ends it.</param>
    internal async Task<BranchContext> EnterAsync(TaskPosition position, CancellationToken stop, CancellationToken cut)
    {
        var lane = new Lane(_lane, position);
        await Agreement.EnterAsync(_host, lane).ConfigureAwait(false);
        return new BranchContext(Run, Agreement, _host, lane, stop, cut);
    }

    /// <summary>Where the host comes to.</summary>
    internal Boundary At(TaskPosition position) => new(_host, _lane, position);

    /// <summary>The host has come to a position, and waits for nobody.</summary>
    internal ValueTask ReachAsync(TaskPosition position) => Agreement.ReachAsync(_host, _lane, position);

    /// <summary>The host has come to the end of the branch or, in the playbook's own, is no longer live.</summary>
    internal ValueTask LeaveAsync() => Agreement.LeaveAsync(_host, _lane);

    /// <summary>Whether an exception is the interruption of the run or of the branch.</summary>
    internal bool IsInterruption(Exception thrown) => thrown is OperationCanceledException && (Stop.IsCancellationRequested || _isOver);

    /// <summary>Whether an exception is a failure of what threw it, and not that of another task, the loss of the host, or an interruption.</summary>
    internal bool IsFailure(Exception thrown) => thrown is not (UnreachableException or TaskFailedException) && !IsInterruption(thrown);

    /// <summary>All that was cut has ended: what runs whatever happened may run.</summary>
    internal void GoOnAfterCut()
    {
        _isOver = true;
        Stop = Run.Interrupt;
        Cut = CancellationToken.None;
    }
}
