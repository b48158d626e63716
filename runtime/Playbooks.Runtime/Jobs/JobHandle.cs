namespace Playbooks.Jobs;

/// <summary>A job on a host: where it is, and how long it may run.</summary>
internal sealed record JobHandle(string Id, string Host, string User, string Directory, DateTimeOffset Started, TimeSpan Limit)
{
    /// <summary>The user to run as to access the job; <see langword="null"/> for the connection's own user.</summary>
    internal string? Become { get; init; }

    /// <summary>The time between the signals TERM and KILL. Defaults to 10 s.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a job with the same key was already running, so that this one was not started.</summary>
    internal bool IsAttached { get; init; }
}
