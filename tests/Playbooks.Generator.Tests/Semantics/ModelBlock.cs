namespace Playbooks.Generator.Tests.Semantics;

/// <summary>The run of a block, in the reference model.</summary>
internal sealed class ModelBlock(BlockSpec spec, string path, ModelBlock? outer)
{
    internal BlockSpec Spec => spec;

    internal string Path => path;

    internal ModelBlock? Outer => outer;

    /// <summary>Everything that it has started, in order.</summary>
    internal List<ModelJob> Jobs { get; } = [];

    /// <summary>What tasks have given, as others would print it.</summary>
    internal Dictionary<TaskSpec, string> Given { get; } = [];

    internal bool IsShielded { get; set; }

    internal bool IsMainOver { get; set; }

    /// <summary>The path of the task that failed, as seen from here.</summary>
    internal string? Failed { get; set; }

    /// <summary>The jobs that fail it at its next boundary, if they fail.</summary>
    internal IEnumerable<ModelJob> Unasked() =>
        IsShielded ? [] : Jobs.Where(job => !job.IsJudged && job.Askers <= 0).Concat(outer?.Unasked() ?? []);
}
