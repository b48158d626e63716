namespace Playbooks;

/// <summary>What <see cref="Debug"/> told.</summary>
public sealed record DebugResult : TaskResult
{
    /// <summary>The text; it is the <see cref="TaskResult.Message"/> too.</summary>
    public string Text { get; init; } = "";
}
