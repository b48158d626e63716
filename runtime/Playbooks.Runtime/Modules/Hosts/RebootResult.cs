namespace Playbooks;

/// <summary>The result of <see cref="Reboot"/>.</summary>
public sealed record RebootResult : TaskResult
{
    /// <summary>The time from the reboot command until the host answered; after a time-out, how long the task waited.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether the host was rebooted: it answers, and reports another boot than before.</summary>
    public bool Rebooted { get; init; }
}
