namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A <c>[Parallel]</c> task, in the reference model.</summary>
/// <param name="task">The task.</param>
/// <param name="askers">How many later tasks ask for it.</param>
/// <param name="flow">Its flow.</param>
/// <param name="running">What it fails with, when it has ended.</param>
internal sealed class ModelBranch(TaskSpec task, int askers, ModelFlow flow, Task<ModelFailure?> running) : ModelWork(task, askers)
{
    internal ModelFlow Flow => flow;

    internal Task<ModelFailure?> Running => running;

    internal override Task Ending => running;

    internal override bool HasEnded => running.IsCompleted;
}
