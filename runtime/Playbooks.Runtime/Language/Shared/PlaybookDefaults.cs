namespace Playbooks;

/// <summary>The values of attributes that a playbook does not set.</summary>
internal static class PlaybookDefaults
{
    /// <summary>The seconds between the runs of a task with <c>[Retry]</c>.</summary>
    internal const int RetryDelay = 5;

    /// <summary>The percentage of hosts that may fail before the other hosts stop: all.</summary>
    internal const int MaxFailPercentage = 100;
}
