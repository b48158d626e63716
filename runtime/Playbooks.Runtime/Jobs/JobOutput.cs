namespace Playbooks.Jobs;

/// <summary>The last part of a job's output.</summary>
/// <param name="Stdout">The standard output.</param>
/// <param name="Stderr">The standard error.</param>
/// <param name="Truncated">Whether there was more output before it.</param>
internal sealed record JobOutput(string Stdout, string Stderr, bool Truncated)
{
    /// <summary>Whether the output no longer exists.</summary>
    internal bool IsGone { get; init; }

    /// <summary>Whether the disk was full when the job ended, so that the last output may be missing.</summary>
    internal bool HadNoRoom { get; init; }
}
