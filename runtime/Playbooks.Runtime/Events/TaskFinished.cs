using Playbooks.Generated;

namespace Playbooks;

/// <summary>A task has ended on a host; in a loop, each item has its own event. A task with <c>Poll = 0</c> ends when its job has started.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Outcome">How the task ended.</param>
/// <param name="Result">The result; <see langword="null"/> if the task did not run.</param>
public sealed record TaskFinished(TaskInfo Task, Host Host, TaskOutcome Outcome, TaskResult? Result) : TaskEvent(Task, Host)
{
    /// <summary>Why the task failed or was skipped, as a message to the user.</summary>
    public string? Message { get; init; }
}
