namespace Playbooks;

/// <summary>The result of <see cref="Debug"/>.</summary>
public sealed record DebugResult : TaskResult
{
    /// <summary>The text, which is also the <see cref="TaskResult.Message"/>.</summary>
    public string Text { get; init; } = "";
}
