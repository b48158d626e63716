using Playbooks.Generated;

namespace Playbooks;

/// <summary>A job was lost, and its task has started it again (<c>OnLost.Rerun</c>).</summary>
/// <param name="Task">The task.</param>
/// <param name="Host">The host.</param>
/// <param name="Job">The new job.</param>
/// <param name="Reason">Why the previous job was lost.</param>
public sealed record JobRestarted(TaskInfo Task, Host Host, JobInfo Job, string Reason) : TaskEvent(Task, Host);
