namespace Playbooks.Output;

/// <summary>The words for outcomes and states in the output. Problems are in capitals, so that they are easy to find in a log.</summary>
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

    /// <summary>Returns how a job ended. The outcome of its task shows whether that is good.</summary>
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
