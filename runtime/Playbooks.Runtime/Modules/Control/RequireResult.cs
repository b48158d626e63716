namespace Playbooks;

/// <summary>What <see cref="Require"/> found.</summary>
public sealed record RequireResult : TaskResult
{
    /// <summary>The condition as it is written.</summary>
    public string Condition { get; init; } = "";
}
