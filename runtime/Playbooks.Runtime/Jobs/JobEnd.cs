namespace Playbooks.Jobs;

/// <summary>The end of a job, with its final state.</summary>
/// <param name="State">One of the final states.</param>
/// <param name="Rc">The exit status; <see langword="null"/> if the task did not end by itself.</param>
/// <param name="Signal">The signal that ended the job, if the shell can determine it; else <see langword="null"/>.</param>
/// <param name="Reason">Why the job was lost, or what ended it, for people.</param>
/// <param name="Started">When the job started, by the host's clock.</param>
/// <param name="Duration">How long the job ran, by the host's monotonic clock if it has one.</param>
internal sealed record JobEnd(JobState State, int? Rc, string? Signal, string? Reason, DateTimeOffset Started, TimeSpan Duration)
{
    /// <summary>Whether the job's script did not run because it was unnecessary.</summary>
    internal bool WasSkipped { get; init; }

    /// <summary>Whether the job is lost because its directory was deleted. It may still run, or have succeeded long ago.</summary>
    internal bool WasDeleted { get; init; }
}
