namespace Playbooks.Jobs;

/// <summary>Where a job is, and until when.</summary>
internal sealed record JobHandle(string Id, string Host, string User, string Directory, DateTimeOffset Started, TimeSpan Limit)
{
    /// <summary>The user to become to reach it; <see langword="null"/> for the connection's own.</summary>
    internal string? Become { get; init; }

    /// <summary>From TERM to KILL. Defaults to 10 s.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether it ran under its key already, and was not started.</summary>
    internal bool IsAttached { get; init; }
}
