using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>What a block has started and goes on without: a job on the host, or a branch on the controller.</summary>
internal abstract class StartedWork(TaskInfo task)
{
    private int _askers;

    internal TaskInfo Task { get; } = task;

    /// <summary>How many later tasks of the block still ask for it.</summary>
    internal int Askers
    {
        get => Volatile.Read(ref _askers);
        init => _askers = value;
    }

    /// <summary>Whether somebody has taken its end into account; then the end of the block does not.</summary>
    internal bool IsJudged { get; set; }

    /// <summary>What the end of the block does to it.</summary>
    internal abstract AtEnd AtEnd { get; }

    internal abstract bool HasEnded { get; }

    /// <summary>Completes when it has ended, well or not.</summary>
    internal abstract Task Ending { get; }

    /// <summary>One of those that ask for it has had its turn.</summary>
    internal void Asked() => Interlocked.Decrement(ref _askers);
}
