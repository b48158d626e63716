namespace Playbooks;

/// <summary>A job has been started on a host.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
public sealed record JobStarted(TaskInfo Task, Host Host, JobInfo Job) : TaskEvent(Task, Host);
