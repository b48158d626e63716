namespace Playbooks;

/// <summary>A look at a job found it running.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
public sealed record JobLooked(TaskInfo Task, Host Host, JobInfo Job) : TaskEvent(Task, Host);
