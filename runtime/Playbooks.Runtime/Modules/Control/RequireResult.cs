namespace Playbooks;

/// <summary>The result of <see cref="Require"/>.</summary>
public sealed record RequireResult : TaskResult
{
    /// <summary>The source text of the condition.</summary>
    public string Condition { get; init; } = "";
}
