using Playbooks.Execution.Order;

namespace Playbooks.Execution.Agreement;

/// <summary>
/// The agreement between the hosts of a batch: which host waits for which, which tasks run once, the results of all hosts, how many hosts may fail, and how
/// many run a task at the same time. Only names, positions and results pass through it, so that the hosts could be spread over several controllers. A path
/// identifies a task, a name a host.
/// </summary>
internal interface IAgreement
{
    /// <summary>Reports that a host has reached a boundary. If the boundary says so, the host waits until every live host has reached or passed it.</summary>
    /// <param name="at">The boundary.</param>
    /// <param name="stop">Ends the wait; the host stays at the boundary.</param>
    Task<Arrival> ArriveAsync(Boundary at, CancellationToken stop);

    /// <summary>Reports that a host has reached a position, without waiting. Hosts never go back: an earlier position changes nothing.</summary>
    ValueTask ReachAsync(string host, Lane? lane, TaskPosition position);

    /// <summary>Reports that a host has entered a lane: from now on it is in two places.</summary>
    ValueTask EnterAsync(string host, Lane lane);

    /// <summary>Reports that a host is no longer live in a lane or, without a lane, in the playbook.</summary>
    ValueTask LeaveAsync(string host, Lane? lane);

    /// <summary>The runner of a task reports whether the task runs.</summary>
    ValueTask DecideAsync(string task, bool runs);

    /// <summary>The runner of a task reports the task's result; <see langword="null"/> if the task was skipped.</summary>
    ValueTask CompleteAsync(string task, SharedValue? given);

    /// <summary>The runner of a task failed or became unreachable during the task. After the end of the task this has no effect.</summary>
    ValueTask AbandonAsync(string task, SharedFailure reason);

    /// <summary>Waits for the runner's decision whether a task runs.</summary>
    Task<OnceAnswer<bool>> DecisionAsync(string task, CancellationToken stop);

    /// <summary>Waits for the result that the runner of a task has.</summary>
    Task<OnceAnswer<SharedValue>> ResultAsync(string task, CancellationToken stop);

    /// <summary>A host promises to report the result of a task later.</summary>
    ValueTask PromiseAsync(string task, string host);

    /// <summary>A host reports its result of a task; <see langword="null"/> if it has none.</summary>
    ValueTask GiveAsync(string task, string host, SharedValue? given);

    /// <summary>Returns the results of a task so far, in the order of the hosts. Waits for promised results.</summary>
    Task<IReadOnlyList<(string Host, SharedValue Given)>> GatherAsync(string task, CancellationToken stop);

    /// <summary>Reports that a host has finally failed or become unreachable.</summary>
    ValueTask FailAsync(string host);

    /// <summary>Returns why no further batch begins; <see langword="null"/> if one may begin.</summary>
    ValueTask<string?> StopReasonAsync();

    /// <summary>Waits until fewer hosts than the maximum are at a task.</summary>
    Task AcquireAsync(string task, int most, CancellationToken stop);

    /// <summary>Reports that a host has left a task that limits the number of hosts.</summary>
    ValueTask ReleaseAsync(string task);
}
