namespace Playbooks;

/// <summary>How a reboot went.</summary>
public sealed record RebootResult : TaskResult
{
    /// <summary>From the command to the host's first answer after it; after a time-out, how long was waited.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether the host was rebooted: it answers, and says that it was booted anew.</summary>
    public bool Rebooted { get; init; }
}
