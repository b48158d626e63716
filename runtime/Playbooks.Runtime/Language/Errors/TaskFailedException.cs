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

    /// <summary>The task.</summary>
    public TaskInfo Task { get; }

    /// <summary>The host.</summary>
    public Host Host { get; }

    /// <summary>Its result; <see langword="null"/> where a member of the playbook threw instead of giving a module.</summary>
    public TaskResult? Result { get; }

    /// <summary>What failed in the same block besides.</summary>
    internal IReadOnlyList<TaskFailedException> Others { get; set; } = [];
}
