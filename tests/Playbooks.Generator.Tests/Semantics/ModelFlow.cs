namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A line of tasks, one after the other, in the reference model. Several go on side by side; what they do at the same moment has no order.</summary>
internal sealed class ModelFlow
{
    private readonly List<ModelFlow> _beside = [];
    private TaskCompletionSource _cut = new();

    /// <summary>Which of all it is.</summary>
    internal string Name { get; private init; } = "";

    /// <summary>Completes when it is ended, for the block that has started it has failed.</summary>
    internal Task Cutting => _cut.Task;

    internal bool IsCut => _cut.Task.IsCompleted;

    /// <summary>A flow that goes on beside this one, and is ended with it.</summary>
    internal ModelFlow Beside()
    {
        var beside = new ModelFlow { Name = $"{Name}/{_beside.Count}" };
        _beside.Add(beside);
        return beside;
    }

    internal void Cut()
    {
        _cut.TrySetResult();
        _beside.ForEach(flow => flow.Cut());
    }

    /// <summary>What was ended cleans up, and nothing ends that.</summary>
    internal void GoOn() => _cut = new();
}
