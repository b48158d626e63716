using Playbooks.Generated;

namespace Playbooks;

/// <summary>A job has ended, and its outcome is known.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
/// <param name="Outcome">How the job ended.</param>
/// <param name="Result">The result of the job.</param>
public sealed record JobFinished(TaskInfo Task, Host Host, JobInfo Job, TaskOutcome Outcome, TaskResult Result) : TaskEvent(Task, Host)
{
    /// <summary>Whether a task waited for the job or cancelled it. If so, the next event is the end of that task.</summary>
    public bool IsAsked { get; init; }
}
