using Playbooks.Generated;

namespace Playbooks;

/// <summary>A host is unreachable, and takes no further part in the run.</summary>
/// <param name="Host">The host.</param>
/// <param name="Message">Why the host is unreachable, and what to do.</param>
public sealed record HostUnreachable(Host Host, string Message) : RunEvent
{
    /// <summary>The task during which the host became unreachable; <see langword="null"/> if no task was running on the host.</summary>
    public TaskInfo? Task { get; init; }
}
