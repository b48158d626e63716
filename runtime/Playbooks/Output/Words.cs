namespace Playbooks.Output;

/// <summary>Outcomes and states as people read them; what went wrong is in capitals, to be found in a log.</summary>
internal static class Words
{
    internal static string Of(TaskOutcome outcome) => outcome switch
    {
        TaskOutcome.Ok => "ok",
        TaskOutcome.Changed => "changed",
        TaskOutcome.Skipped => "skipped",
        TaskOutcome.Ignored => "ignored",
        TaskOutcome.Unreachable => "UNREACHABLE",
        _ => "FAILED",
    };

    /// <summary>How a job ended. Whether that is good, its task's outcome says.</summary>
    internal static string Of(JobState state) => state switch
    {
        JobState.Succeeded or JobState.Failed => "ended",
        JobState.TimedOut => "timed out",
        JobState.Cancelled => "was cancelled",
        JobState.Lost => "was lost",
        JobState.Starting => "starts",
        _ => "runs",
    };
}
