using System.Globalization;
using Playbooks.Connections;

namespace Playbooks.Jobs;

/// <summary>The result of a check of a job: the one line that <c>report</c> prints on the host.</summary>
internal sealed record JobReport(JobState State, DateTimeOffset? Started, int? Rc, string? Signal, TimeSpan Duration, string? Reason)
{
    private bool HasEnded => State is not (JobState.Starting or JobState.Running);

    /// <summary>Parses the line.</summary>
    /// <exception cref="FormatException">The text is not such a line.</exception>
    internal static JobReport Parse(string line)
    {
        var words = line.TrimEnd('\n').Split(' ');
        if (words.Length != 6 || StateOf(words[0]) is not { } state)
        {
            throw HostAnswer.Unreadable("check of a job", line);
        }

        return new JobReport(
            state,
            Given(words[1]) is { } started ? HostAnswer.Time(started) : null,
            Given(words[2]) is { } rc ? (int)Math.Min(HostAnswer.Number(rc), int.MaxValue) : null,
            Given(words[3]),
            Given(words[4]) is { } duration ? HostAnswer.Duration(duration) : TimeSpan.Zero,
            Given(words[5]));
    }

    /// <summary>Returns the job's end; <see langword="null"/> if it has not ended.</summary>
    internal JobEnd? End(JobHandle job) =>
        HasEnded
            ? new JobEnd(State, Rc, Signal, Why(job), Started ?? job.Started, Duration) { WasDeleted = Reason == "deleted", WasSkipped = Reason == "skipped" }
            : null;

    /// <summary>Returns the state with a name; <see langword="null"/> if the name is unknown.</summary>
    internal static JobState? StateOf(string? name) =>
        Enum.GetValues<JobState>().Cast<JobState?>().FirstOrDefault(state => string.Equals(state.ToString(), name, StringComparison.OrdinalIgnoreCase));

    private static string? Given(string word) => word is "-" or "null" ? null : word;

    private string? Why(JobHandle job) => State switch
    {
        JobState.TimedOut => string.Create(CultureInfo.InvariantCulture, $"the job reached its limit of {Math.Ceiling(job.Limit.TotalSeconds)} s"),
        JobState.Cancelled => "the job was cancelled",
        JobState.Lost => Reason switch
        {
            "rebooted" => "the host was rebooted",
            "full" => "the job's supervisor died, and the host's disk is full",
            "deleted" => $"the directory {job.Directory} was deleted",
            _ => "the job's supervisor was killed",
        },
        _ => null,
    };
}
