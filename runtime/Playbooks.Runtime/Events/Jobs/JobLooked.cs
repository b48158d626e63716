using Playbooks.Generated;

namespace Playbooks;

/// <summary>A check of a job has not found its end.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
public sealed record JobLooked(TaskInfo Task, Host Host, JobInfo Job) : TaskEvent(Task, Host)
{
    /// <summary>Whether the host answered. If not, the job may still run; the host is checked again until the job's limit is over.</summary>
    public bool IsAnswered { get; init; } = true;
}
