namespace Playbooks;

/// <summary>What attributes say where a playbook does not.</summary>
internal static class PlaybookDefaults
{
    /// <summary>The seconds between the runs of a task with <c>[Retry]</c>.</summary>
    internal const int RetryDelay = 5;

    /// <summary>How many of a hundred hosts may fail before the others stop: all.</summary>
    internal const int MaxFailPercentage = 100;
}
