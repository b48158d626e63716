using Playbooks.Generated;

namespace Playbooks;

/// <summary>The run was interrupted during a task in the foreground, and the task could not be ended. It may still be running on its host.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
public sealed record TaskLeftRunning(TaskInfo Task, Host Host) : TaskEvent(Task, Host);
