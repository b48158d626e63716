namespace Playbooks.Jobs;

/// <summary>The last part of what a job printed.</summary>
/// <param name="Stdout">Its standard output.</param>
/// <param name="Stderr">Its standard error.</param>
/// <param name="Truncated">Whether there was more before it.</param>
internal sealed record JobOutput(string Stdout, string Stderr, bool Truncated)
{
    /// <summary>Whether nothing of it is there any more.</summary>
    internal bool IsGone { get; init; }

    /// <summary>Whether the disk was full when the job ended: what it printed last may not be there.</summary>
    internal bool HadNoRoom { get; init; }
}
