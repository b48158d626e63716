using Playbooks.Generated;

namespace Playbooks;

/// <summary>A check has found no end of a job: the job is still running, or the host did not answer.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
public sealed record JobLooked(TaskInfo Task, Host Host, JobInfo Job) : TaskEvent(Task, Host)
{
    /// <summary>Whether the host answered. If not, the job may still run; the host is checked again until the job's limit is over.</summary>
    public bool IsAnswered { get; init; } = true;
}
