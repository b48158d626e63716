namespace Playbooks;

/// <summary>What <see cref="CleanJobs"/> removed.</summary>
public sealed record CleanJobsResult : TaskResult
{
    /// <summary>The ids of the jobs.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];
}
