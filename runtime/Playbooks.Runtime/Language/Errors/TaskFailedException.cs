using Playbooks.Generated;

namespace Playbooks;

/// <summary>A task failed on a host.</summary>
public sealed class TaskFailedException : Exception
{
    internal TaskFailedException(TaskInfo task, Host host, TaskResult? result, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Task = task;
        Host = host;
        Result = result;
    }

    /// <summary>The task that failed.</summary>
    public TaskInfo Task { get; }

    /// <summary>The host on which the task failed.</summary>
    public Host Host { get; }

    /// <summary>The task's result; <see langword="null"/> if a member of the playbook threw an exception instead of returning a module.</summary>
    public TaskResult? Result { get; }

    /// <summary>The other failures in the same block.</summary>
    internal IReadOnlyList<TaskFailedException> Others { get; set; } = [];
}
