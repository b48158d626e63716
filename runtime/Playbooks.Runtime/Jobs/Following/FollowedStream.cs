using System.Globalization;

namespace Playbooks.Jobs.Following;

/// <summary>One stream of a job whose output is followed.</summary>
/// <param name="Job">The job.</param>
/// <param name="Stream">The stream.</param>
internal readonly record struct FollowedStream(FollowedJob Job, StreamName Stream)
{
    /// <summary>Hosts skip what was already read in units of this many bytes.</summary>
    internal const int BlockSize = 4096;

    /// <summary>The path of the stream's file, below the directory for jobs.</summary>
    internal string Name => $"{Job.Id}/{(Stream == StreamName.Stdout ? "stdout" : "stderr")}";

    /// <summary>The path of the stream's file, and how far it was read.</summary>
    internal string Place => string.Create(CultureInfo.InvariantCulture, $"{Name}:{Job[Stream]}:{Job[Stream] / BlockSize}");

    /// <summary>Returns both streams of a job.</summary>
    internal static FollowedStream[] Of(FollowedJob job) => [new(job, StreamName.Stderr), new(job, StreamName.Stdout)];
}
