using Playbooks.Execution.Order;

namespace Playbooks.Execution.Agreement;

/// <summary>
/// What the hosts of a batch agree on: who waits for whom, what runs once, what all gave, how many may fail, and how many run a task at once. Only
/// names, positions and results cross it, so that the hosts may be spread over several controllers. A task is named by its path, a host by its name.
/// </summary>
internal interface IAgreement
{
    /// <summary>A host comes to a boundary and, where it says so, waits there until every live host has come to it or gone past.</summary>
    /// <param name="at">The boundary.</param>
    /// <param name="stop">Ends the wait; the host stays where it is.</param>
    Task<Arrival> ArriveAsync(Boundary at, CancellationToken stop);

    /// <summary>A host has come to a position, and waits for nobody there. Nobody goes back: an earlier position changes nothing.</summary>
    ValueTask ReachAsync(string host, Lane? lane, TaskPosition position);

    /// <summary>A host comes to a lane: from there on it is in two places.</summary>
    ValueTask EnterAsync(string host, Lane lane);

    /// <summary>A host is no longer live in a lane or, without one, in the playbook.</summary>
    ValueTask LeaveAsync(string host, Lane? lane);

    /// <summary>The runner of a task says whether it runs.</summary>
    ValueTask DecideAsync(string task, bool runs);

    /// <summary>The runner of a task says what it gave; <see langword="null"/> where it was skipped.</summary>
    ValueTask CompleteAsync(string task, SharedValue? given);

    /// <summary>The runner of a task failed or was lost before it was done; without effect afterwards.</summary>
    ValueTask AbandonAsync(string task, SharedFailure reason);

    /// <summary>Waits for what the runner of a task decided.</summary>
    Task<OnceAnswer<bool>> DecisionAsync(string task, CancellationToken stop);

    /// <summary>Waits for what the runner of a task was given.</summary>
    Task<OnceAnswer<SharedValue>> ResultAsync(string task, CancellationToken stop);

    /// <summary>A host will say later what a task gave on it.</summary>
    ValueTask PromiseAsync(string task, string host);

    /// <summary>A host says what a task gave on it; <see langword="null"/> where it gave nothing.</summary>
    ValueTask GiveAsync(string task, string host, SharedValue? given);

    /// <summary>What a task has given so far, in the order of the hosts; waits for what is promised.</summary>
    Task<IReadOnlyList<(string Host, SharedValue Given)>> GatherAsync(string task, CancellationToken stop);

    /// <summary>A host has failed for good, or was lost.</summary>
    ValueTask FailAsync(string host);

    /// <summary>Why no further batch begins; <see langword="null"/> where one may.</summary>
    ValueTask<string?> StopReasonAsync();

    /// <summary>Waits until fewer hosts are at a task than it allows.</summary>
    Task AcquireAsync(string task, int most, CancellationToken stop);

    /// <summary>A host is no longer at a task that bounds how many are.</summary>
    ValueTask ReleaseAsync(string task);
}
