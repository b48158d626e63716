using Playbooks.Generated;

namespace Playbooks;

/// <summary>A task starts on a host; in a loop, each item has its own event.</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
public sealed record TaskStarted(TaskInfo Task, Host Host) : TaskEvent(Task, Host);
