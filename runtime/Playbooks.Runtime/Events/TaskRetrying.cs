using Playbooks.Generated;

namespace Playbooks;

/// <summary>A task failed or its <c>Until</c> was not true, and the task will run again.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Attempt">The number of the next attempt; the first run was 1.</param>
/// <param name="Result">The result of the last attempt.</param>
public sealed record TaskRetrying(TaskInfo Task, Host Host, int Attempt, TaskResult Result) : TaskEvent(Task, Host);
