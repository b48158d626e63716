namespace Playbooks;

/// <summary>A job, as it appears in events.</summary>
/// <param name="Id">The job's id, which is also the name of its directory.</param>
/// <param name="State">The job's state.</param>
/// <param name="Limit">The longest time that the job may run.</param>
public sealed record JobInfo(string Id, JobState State, TimeSpan Limit)
{
    /// <summary>The path of the job's directory on the host.</summary>
    public string? Directory { get; init; }

    /// <summary>How long the job has run.</summary>
    public TimeSpan Elapsed { get; init; }
}
