namespace Playbooks.Jobs;

/// <summary>The end of a job: its one final state.</summary>
/// <param name="State">One of the final states.</param>
/// <param name="Rc">The exit status, where the task ended by itself.</param>
/// <param name="Signal">The signal that ended it, as far as a shell can tell.</param>
/// <param name="Reason">Why it was lost, or what ended it, for people.</param>
/// <param name="Started">When it started, by the host's clock.</param>
/// <param name="Duration">How long it ran, by the host's monotonic clock where it has one.</param>
internal sealed record JobEnd(JobState State, int? Rc, string? Signal, string? Reason, DateTimeOffset Started, TimeSpan Duration)
{
    /// <summary>Whether its script did not run, as it need not.</summary>
    internal bool WasSkipped { get; init; }

    /// <summary>Whether it is lost as its directory was deleted: it may run on, or have ended well long ago.</summary>
    internal bool WasDeleted { get; init; }
}
