using Playbooks.Generated;

namespace Playbooks;

/// <summary>The result of <see cref="FlushHandlers"/>.</summary>
public sealed record FlushHandlersResult : TaskResult
{
    /// <summary>The names of the handlers that ran, in order, as the output shows them (<see cref="TaskInfo.Name"/>).</summary>
    public IReadOnlyList<string> Handlers { get; init; } = [];
}
