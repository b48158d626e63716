using Playbooks.Generated;

namespace Playbooks;

/// <summary>A job was checked, and is not known to have ended: the job is still running, or the host did not answer.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
public sealed record JobLooked(TaskInfo Task, Host Host, JobInfo Job) : TaskEvent(Task, Host)
{
    /// <summary>Whether the host answered. If not, the job may still be running, and is checked again until it reaches its limit.</summary>
    public bool IsAnswered { get; init; } = true;
}
