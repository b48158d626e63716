namespace Playbooks;

/// <summary>A job, as events tell of it.</summary>
/// <param name="Id">Its id, which is also its directory's name.</param>
/// <param name="State">Its state.</param>
/// <param name="Limit">The longest that it may run.</param>
public sealed record JobInfo(string Id, JobState State, TimeSpan Limit)
{
    /// <summary>Its directory on the host.</summary>
    public string? Directory { get; init; }

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed { get; init; }
}
