using Playbooks.Execution.Outputs;
using Playbooks.Jobs;
using Playbooks.Jobs.Following;

namespace Playbooks.Execution.Jobs;

/// <summary>Takes what a job prints while it runs, where the run tells it or a file takes it.</summary>
/// <param name="events">Is told what it prints; <see langword="null"/> where nobody may see it, or wants to.</param>
/// <param name="file">Takes its whole output, where something does.</param>
/// <param name="job">The job.</param>
internal sealed class JobPrints(EventStream? events, OutputFile? file, StartedJob job)
{
    private FollowedJob? _followed;

    internal bool AreWanted => events is not null || file is not null;

    /// <summary>Takes what it prints from its beginning on.</summary>
    internal void Follow(IHostJobs jobs)
    {
        file?.Clear();
        _followed = jobs.Follow(job.Handle, Take);
    }

    /// <summary>Takes the rest.</summary>
    internal Task DrainAsync() => _followed?.DrainAsync() ?? Task.CompletedTask;

    private void Take(JobChunk chunk)
    {
        file?.Take(chunk);
        events?.Tell(new JobPrinted(job.Task, job.Host, job.Handle.Id, chunk.Stream, chunk.Offset, chunk.Bytes) { Item = job.Item, Label = job.Label });
    }
}
