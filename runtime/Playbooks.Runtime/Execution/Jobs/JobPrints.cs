using Playbooks.Execution.Outputs;
using Playbooks.Jobs;
using Playbooks.Jobs.Following;

namespace Playbooks.Execution.Jobs;

/// <summary>Receives the output of a job while it runs, if the run reports it or a file receives it.</summary>
/// <param name="events">Receives the output as events; <see langword="null"/> if the output is hidden or the run does not report it.</param>
/// <param name="file">Receives the whole output; <see langword="null"/> if no file does.</param>
/// <param name="job">The job.</param>
internal sealed class JobPrints(EventStream? events, OutputFile? file, StartedJob job)
{
    private FollowedJob? _followed;

    internal bool AreWanted => events is not null || file is not null;

    /// <summary>Starts to receive the output, from its beginning.</summary>
    internal void Follow(IHostJobs jobs)
    {
        file?.Clear();
        _followed = jobs.Follow(job.Handle, Take);
    }

    /// <summary>Receives the rest of the output.</summary>
    internal Task DrainAsync() => _followed?.DrainAsync() ?? Task.CompletedTask;

    private void Take(JobChunk chunk)
    {
        file?.Take(chunk);
        events?.Tell(new JobPrinted(job.Task, job.Host, job.Handle.Id, chunk.Stream, chunk.Offset, chunk.Bytes) { Item = job.Item, Label = job.Label });
    }
}
