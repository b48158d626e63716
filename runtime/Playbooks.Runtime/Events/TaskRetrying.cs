using Playbooks.Generated;

namespace Playbooks;

/// <summary>A task has not reached what it should, and will run again.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Attempt">The attempt that comes; the first run was 1.</param>
/// <param name="Result">What the last attempt gave.</param>
public sealed record TaskRetrying(TaskInfo Task, Host Host, int Attempt, TaskResult Result) : TaskEvent(Task, Host);
