using Playbooks.Generated;

namespace Playbooks;

/// <summary>A job that is still running when the run is interrupted.</summary>
/// <param name="Host">The host.</param>
/// <param name="Task">The task that started the job.</param>
/// <param name="Job">The job.</param>
public sealed record RunningJob(Host Host, TaskInfo Task, JobInfo Job);
