using System.Collections.Concurrent;
using Playbooks.Execution.Order;
using Playbooks.Execution.Outputs;
using Playbooks.Execution.Selection;

namespace Playbooks.Execution;

/// <summary>What the hosts of a run share.</summary>
internal sealed class RunContext
{
    /// <summary>Why something in a branch has not run to its end.</summary>
    internal const string WhyCut = "cancelled, for its block has failed";

    private readonly SemaphoreSlim? _forks;
    private readonly bool _cancelsJobs;
    private readonly Func<EffectId, Task<TaskResult?>>? _given;
    private readonly ConcurrentDictionary<string, TaskInfo> _placed = new(StringComparer.Ordinal);
    private readonly CancellationToken _interrupt;
    private LinearOrder? _lane;
    private bool _isOver;

    internal RunContext(PlaybookInfo playbook, Play play, RunOptions options, EventStream events, CancellationToken stop, CancellationToken watching)
    {
        Watching = watching;
        Playbook = playbook;
        Play = play;
        Events = events;
        Time = options.Time;
        BecomeUser = options.BecomeUser ?? "root";
        BecomeMethod = options.BecomeMethod;
        Stop = _interrupt = stop;
        FollowJobs = options.FollowJobs;
        EnablesLinger = options.EnableLinger;
        _given = options.Given;
        GivenFacts = options.Facts;
        _cancelsJobs = options.CancelJobsOnInterrupt;
        ForcesHandlers = options.ForceHandlers;
        ShowsDiff = options.Diff;
        Batch = new Batch(playbook, play.Hosts);
        _forks = options.Forks is { } forks && forks < play.Hosts.Count ? new SemaphoreSlim(forks) : null;
    }

    internal PlaybookInfo Playbook { get; }

    /// <summary>The site's member that returned the playbook; <see langword="null"/> where it runs alone.</summary>
    internal TaskInfo? SiteMember { get; init; }

    internal Play Play { get; }

    internal EventStream Events { get; }

    internal TimeProvider Time { get; }

    /// <summary>Whom a task becomes where nobody names a user.</summary>
    internal string BecomeUser { get; }

    /// <summary>By which program, where the inventory does not say.</summary>
    internal BecomeMethod BecomeMethod { get; }

    /// <summary>Which tasks run.</summary>
    internal required TaskSelection Selection { get; init; }

    /// <summary>What the results keep of what was printed.</summary>
    internal required KeptOutput Output { get; init; }

    /// <summary>What takes whole outputs.</summary>
    internal required OutputFiles Files { get; init; }

    /// <summary>The ways to all hosts.</summary>
    internal required Endpoints Endpoints { get; init; }

    /// <summary>The hosts that go through the playbook now. Batches follow one another.</summary>
    internal Batch Batch { get; private set; }

    /// <summary>The order of the hosts: the batch's or, in a branch, that of its tasks.</summary>
    internal LinearOrder Order => _lane ?? Batch.Order;

    /// <summary>Whether what jobs print is told while they run.</summary>
    internal bool FollowJobs { get; }

    /// <summary>Whether users are made to linger where their jobs would end with the login else.</summary>
    internal bool EnablesLinger { get; }

    /// <summary>Interrupts the run: nothing new is started, nothing is waited for.</summary>
    internal CancellationToken Stop { get; private set; }

    /// <summary>Ends what a task does in the foreground; only what runs in a branch is ever ended like that.</summary>
    internal CancellationToken Cut { get; private set; }

    /// <summary>Whether an interruption cancels the jobs, too; that of a branch always does.</summary>
    internal bool CancelsJobs => _cancelsJobs || IsCut;

    /// <summary>Whether this is a branch that was ended, for its block has failed.</summary>
    internal bool IsCut => (_isOver || Cut.IsCancellationRequested) && !_interrupt.IsCancellationRequested;

    /// <summary>Whether modules tell the differences that they make.</summary>
    internal bool ShowsDiff { get; }

    /// <summary>Whether handlers run after a failure, too.</summary>
    internal bool ForcesHandlers { get; }

    /// <summary>Gives the facts of a host instead of asking it; <see langword="null"/> to ask.</summary>
    internal Func<Host, Facts>? GivenFacts { get; }

    /// <summary>Ends the watching of jobs: the run is over, or interrupted.</summary>
    internal CancellationToken Watching { get; }

    /// <summary>Whether a task only tells what it would change: the attribute's word is nearer than the run's.</summary>
    internal bool Predicts(TaskInfo task) => task.CheckMode ?? Play.CheckMode;

    /// <summary>The state of a <c>[RunOnce]</c> task, which the first live host claims.</summary>
    internal OnceTask Once(TaskInfo task, Host firstLive) => Batch.Once(task, firstLive);

    /// <summary>The next hosts go through the playbook; those before have all ended.</summary>
    internal void Begin(IReadOnlyList<Host> hosts) => Batch = new Batch(Playbook, hosts);

    /// <summary>The same for a branch.</summary>
    /// <param name="lane">The order of the hosts in it.</param>
    /// <param name="stop">Interrupts it: the run is interrupted, or it is cut.</param>
    /// <param name="cut">Ends it.</param>
    internal RunContext Beside(LinearOrder lane, CancellationToken stop, CancellationToken cut)
    {
        var beside = (RunContext)MemberwiseClone();
        beside._lane = lane;
        beside.Stop = stop;
        beside.Cut = cut;
        return beside;
    }

    /// <summary>A host comes to a task, and waits for the others where the strategy or the task says so.</summary>
    /// <returns>The first of those that wait there.</returns>
    internal Task<Host> ArriveAsync(Host host, TaskInfo task, TaskPosition position)
    {
        if (_lane is null)
        {
            Batch.Budget.Begin(host, position);
        }

        if (Playbook.Strategy == Strategy.Free && task is { RunOnce: false, Gathers.Count: 0 })
        {
            Order.Reach(host, position);
            return Task.FromResult(host);
        }

        return Order.ArriveAsync(host, position, Stop);
    }

    /// <summary>A block's task where it stands, the same for all hosts.</summary>
    internal TaskInfo Place(TaskInfo task, TaskInfo block, string path) =>
        _placed.GetOrAdd($"{path}.{task.Member}", static (_, place) => place.task.Within(place.block, place.path), (task, block, path));

    /// <summary>A handler where it is flushed, the same for all hosts: it may run again at the end, and its jobs need other ids then.</summary>
    internal TaskInfo PlaceFlushed(TaskInfo handler, string path) => _placed.GetOrAdd(
        $"{path}.{handler.Path}", static (placed, handler) => handler with { Path = placed }, handler);

    /// <summary>Whether an exception is the interruption of the run.</summary>
    internal bool IsInterruption(Exception thrown) => thrown is OperationCanceledException && (Stop.IsCancellationRequested || _isOver);

    /// <summary>All that was cut has ended: what runs whatever happened may run.</summary>
    internal void GoOnAfterCut()
    {
        _isOver = true;
        Stop = _interrupt;
        Cut = CancellationToken.None;
    }

    /// <summary>A host that has failed, or was lost, counts for those that go on.</summary>
    internal void NoteFailure(Host host, Exception? failure)
    {
        if (failure is TaskFailedException or UnreachableException)
        {
            Batch.Budget.Fail(host);
        }
    }

    /// <summary>Runs one effect, in a fork slot. Every effect of a run passes here, under its id.</summary>
    internal async Task<T> EffectAsync<T>(EffectId id, Func<EffectId, Task<T>> effect)
    {
        Stop.ThrowIfCancellationRequested();
        if (_forks is null)
        {
            return await GivenOrRunAsync(id, effect).ConfigureAwait(false);
        }

        await _forks.WaitAsync(Stop).ConfigureAwait(false);
        try
        {
            return await GivenOrRunAsync(id, effect).ConfigureAwait(false);
        }
        finally
        {
            _forks.Release();
        }
    }

    private async Task<T> GivenOrRunAsync<T>(EffectId id, Func<EffectId, Task<T>> effect) =>
        _given is not null && typeof(T).IsAssignableTo(typeof(TaskResult)) && await _given(id).ConfigureAwait(false) is { } given
            ? (T)(object)given
            : await effect(id).ConfigureAwait(false);
}
