namespace Playbooks.Generator.Tests.Semantics;

/// <summary>The run of a block, in the reference model.</summary>
/// <param name="spec">What it is.</param>
/// <param name="path">Its path.</param>
/// <param name="at">Which items of loops of blocks it is in.</param>
/// <param name="flow">The flow that runs it.</param>
/// <param name="outer">The block around it, unless that goes on without it.</param>
internal sealed class ModelBlock(BlockSpec spec, string path, string at, ModelFlow flow, ModelBlock? outer)
{
    internal BlockSpec Spec => spec;

    internal string Path => path;

    internal string At => at;

    internal ModelFlow Flow => flow;

    internal ModelBlock? Outer => outer;

    /// <summary>Everything that it has started, in order.</summary>
    internal List<ModelWork> Works { get; } = [];

    /// <summary>What tasks have given, as others would print it.</summary>
    internal Dictionary<TaskSpec, string> Given { get; } = [];

    internal bool IsShielded { get; set; }

    internal bool IsMainOver { get; set; }

    /// <summary>The path of the task that failed, as seen from here.</summary>
    internal string? Failed { get; set; }

    /// <summary>What fails it at its next boundary, if it fails.</summary>
    internal IEnumerable<ModelWork> Unasked() =>
        IsShielded ? [] : Works.Where(work => !work.IsJudged && work.Askers <= 0).Concat(outer?.Unasked() ?? []);
}
