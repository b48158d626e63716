using Playbooks.Generated;

namespace Playbooks;

/// <summary>A job has ended, and was judged.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The job.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Result">What it gave.</param>
public sealed record JobFinished(TaskInfo Task, Host Host, JobInfo Job, TaskOutcome Outcome, TaskResult Result) : TaskEvent(Task, Host)
{
    /// <summary>Whether a task that has waited for it, or cancelled it, tells its outcome next.</summary>
    public bool IsAsked { get; init; }
}
