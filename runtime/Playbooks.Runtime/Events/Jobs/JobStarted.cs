using Playbooks.Generated;

namespace Playbooks;

/// <summary>A job has been started on a host, or was found running there under its key.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
public sealed record JobStarted(TaskInfo Task, Host Host, JobInfo Job) : TaskEvent(Task, Host)
{
    /// <summary>Whether it ran already, under the task's key, and the task attaches to it.</summary>
    public bool IsAttached { get; init; }
}
