namespace Playbooks.Generator.Tests.Semantics;

/// <summary>What a block has started and goes on without, in the reference model.</summary>
internal abstract class ModelWork(TaskSpec task, int askers)
{
    internal TaskSpec Task => task;

    internal int Askers { get; set; } = askers;

    internal bool IsJudged { get; set; }

    /// <summary>Completes when it has ended.</summary>
    internal abstract Task Ending { get; }

    internal abstract bool HasEnded { get; }
}
