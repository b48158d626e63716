using Playbooks.Generated;

namespace Playbooks;

/// <summary>A task has ended on a host; in a loop, one of its items. A fire-and-forget task ends when it has started.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Result">What it gave, if it ran.</param>
public sealed record TaskFinished(TaskInfo Task, Host Host, TaskOutcome Outcome, TaskResult? Result) : TaskEvent(Task, Host)
{
    /// <summary>Why it failed or was skipped, for people.</summary>
    public string? Message { get; init; }
}
