using Playbooks.Generated;

namespace Playbooks;

/// <summary>What <see cref="FlushHandlers"/> ran.</summary>
public sealed record FlushHandlersResult : TaskResult
{
    /// <summary>The handlers that ran, in order, each as <see cref="TaskInfo.Name"/>.</summary>
    public IReadOnlyList<string> Handlers { get; init; } = [];
}
