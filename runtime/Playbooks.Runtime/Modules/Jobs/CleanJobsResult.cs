namespace Playbooks;

/// <summary>The result of <see cref="CleanJobs"/>.</summary>
public sealed record CleanJobsResult : TaskResult
{
    /// <summary>The ids of the jobs whose directories were removed.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];
}
