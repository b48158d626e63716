using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>A job on the host or a branch on the controller: a block has started it and continues without waiting for it.</summary>
internal abstract class StartedWork(TaskInfo task)
{
    private int _askers;

    internal TaskInfo Task { get; } = task;

    /// <summary>How many later tasks of the block still use it.</summary>
    internal int Askers
    {
        get => Volatile.Read(ref _askers);
        init => _askers = value;
    }

    /// <summary>Whether its end was already taken into account, so that the end of the block does not count it again.</summary>
    internal bool IsJudged { get; set; }

    /// <summary>What happens to it at the end of the block.</summary>
    internal abstract AtEnd AtEnd { get; }

    internal abstract bool HasEnded { get; }

    /// <summary>Completes when it has ended, with success or failure.</summary>
    internal abstract Task Ending { get; }

    /// <summary>Records that one of the tasks that use it has had its turn.</summary>
    internal void Asked() => Interlocked.Decrement(ref _askers);
}
