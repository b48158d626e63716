using Playbooks.Generated;

namespace Playbooks;

/// <summary>The names of the handlers that ran, in order, each as in <see cref="TaskInfo.Name"/>.</summary>
public sealed record FlushHandlersResult : TaskResult
{
    /// <summary>The handlers that ran, in order, each as <see cref="TaskInfo.Name"/>.</summary>
    public IReadOnlyList<string> Handlers { get; init; } = [];
}
