using System.Globalization;

namespace Playbooks.Jobs.Following;

/// <summary>One stream of a job whose output is followed.</summary>
/// <param name="Job">The job.</param>
/// <param name="Stream">The stream.</param>
internal readonly record struct FollowedStream(FollowedJob Job, StreamName Stream)
{
    /// <summary>The unit in which hosts skip what was read already, in bytes.</summary>
    internal const int BlockSize = 4096;

    /// <summary>Its file, in the directory of the jobs' directories.</summary>
    internal string Name => $"{Job.Id}/{(Stream == StreamName.Stdout ? "stdout" : "stderr")}";

    /// <summary>Its file, and how far it was read.</summary>
    internal string Place => string.Create(CultureInfo.InvariantCulture, $"{Name}:{Job[Stream]}:{Job[Stream] / BlockSize}");

    /// <summary>Both streams of a job.</summary>
    internal static FollowedStream[] Of(FollowedJob job) => [new(job, StreamName.Stderr), new(job, StreamName.Stdout)];
}
