namespace Playbooks;

/// <summary>The result of <see cref="Reboot"/>.</summary>
public sealed record RebootResult : TaskResult
{
    /// <summary>The time from the reboot command until the host answered; after a time-out, how long the task waited.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether the host was rebooted: the host answers, and reports a new boot.</summary>
    public bool Rebooted { get; init; }
}
