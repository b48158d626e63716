using Playbooks.Generated;

namespace Playbooks;

/// <summary>A job was started on a host, or was found running there under its key.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
public sealed record JobStarted(TaskInfo Task, Host Host, JobInfo Job) : TaskEvent(Task, Host)
{
    /// <summary>Whether a job with the task's key was already running, and the task attached to that job instead of starting one.</summary>
    public bool IsAttached { get; init; }
}
