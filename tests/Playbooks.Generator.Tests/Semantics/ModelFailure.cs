namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A task has failed, in the reference model.</summary>
internal sealed class ModelFailure(string path, ModelBlock? owner) : Exception(path)
{
    /// <summary>The path of the task that failed.</summary>
    internal string Path => Message;

    /// <summary>The block that a job has failed for which nobody asks; none where a task failed by itself.</summary>
    internal ModelBlock? Owner { get; set; } = owner;

    /// <summary>Whether nothing has failed here: the block that has started the flow has.</summary>
    internal bool IsCut { get; init; }
}
