using Playbooks.Generated;

namespace Playbooks;

/// <summary>A job that continues.</summary>
/// <param name="Host">The host.</param>
/// <param name="Task">The task that started it.</param>
/// <param name="Job">The job.</param>
public sealed record RunningJob(Host Host, TaskInfo Task, JobInfo Job);
