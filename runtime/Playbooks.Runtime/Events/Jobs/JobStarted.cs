using Playbooks.Generated;

namespace Playbooks;

/// <summary>A job was started on a host, or was found running there under its key.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
public sealed record JobStarted(TaskInfo Task, Host Host, JobInfo Job) : TaskEvent(Task, Host)
{
    /// <summary>Whether the job was running already, under the task's key, and the task attaches to it.</summary>
    public bool IsAttached { get; init; }
}
