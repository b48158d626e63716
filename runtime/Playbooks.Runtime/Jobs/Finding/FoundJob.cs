using System.Text.Json;
using Playbooks.Connections;

namespace Playbooks.Jobs.Finding;

/// <summary>A job that was found on a host, regardless of who started it.</summary>
/// <param name="Handle">The job on its host.</param>
/// <param name="State">The job's state.</param>
/// <param name="Elapsed">How long the job ran, or has been running.</param>
internal sealed record FoundJob(JobHandle Handle, JobState State, TimeSpan Elapsed)
{
    private static readonly TimeSpan UsualGrace = TimeSpan.FromSeconds(10);

    /// <summary>The name of the job's playbook.</summary>
    internal string Playbook { get; private init; } = "";

    /// <summary>The name of the job's task, as the output shows it.</summary>
    internal string Task { get; private init; } = "";

    /// <summary>The id of the run that started the job.</summary>
    internal string Run { get; private init; } = "";

    /// <summary>The job's key; <see langword="null"/> if it has none.</summary>
    internal string? Key { get; private init; }

    /// <summary>When the job ended, by the host's clock; <see langword="null"/> if the job did not write it.</summary>
    internal DateTimeOffset? Finished { get; private init; }

    /// <summary>The exit status; <see langword="null"/> if the task did not end by itself.</summary>
    internal int? Rc { get; private init; }

    /// <summary>The signal that ended the job, if the shell can determine it; else <see langword="null"/>.</summary>
    internal string? Signal { get; private init; }

    /// <summary>Why the job did not write its end, for people.</summary>
    internal string? Reason { get; private init; }

    /// <summary>The time between the signals TERM and KILL.</summary>
    internal TimeSpan Grace => Handle.Grace;

    /// <summary>Whether the job has ended, in whatever way.</summary>
    internal bool HasEnded => State is not (JobState.Starting or JobState.Running);

    /// <summary>Creates a found job from its status file and, if there was one, a check.</summary>
    /// <param name="status">The status; empty if the supervisor died before it wrote one.</param>
    /// <param name="report">The result of a check, for a job whose status has no end.</param>
    /// <param name="handle">The job on its host. The status has its start and its limit.</param>
    /// <param name="now">The host's time.</param>
    internal static FoundJob Of(JsonElement status, JobReport? report, JobHandle handle, DateTimeOffset now)
    {
        var started = Number(status, "started") is { } at ? HostAnswer.Time(at) ?? now : now;
        handle = handle with { Started = started, Limit = Duration(status, "limit") ?? TimeSpan.Zero, Grace = Duration(status, "grace") ?? UsualGrace };
        var state = JobReport.StateOf(Text(status, "state")) ?? JobState.Starting;
        var end = state is JobState.Starting or JobState.Running ? report?.End(handle) : null;
        state = end?.State ?? state;
        var isRunning = state is JobState.Starting or JobState.Running;
        var elapsed = Duration(status, "duration") ?? end?.Duration ?? (isRunning ? now - started : TimeSpan.Zero);
        return new FoundJob(handle, state, elapsed < TimeSpan.Zero ? TimeSpan.Zero : elapsed)
        {
            Playbook = Text(status, "playbook") ?? "",
            Task = Text(status, "task") ?? "",
            Run = Text(status, "run") ?? "",
            Key = Text(status, "key"),
            Finished = Number(status, "finished") is { } finished ? HostAnswer.Time(finished) : null,
            Rc = end?.Rc ?? (Number(status, "rc") is >= 0 and <= int.MaxValue and var rc ? (int)rc : null),
            Signal = end?.Signal ?? Text(status, "signal"),
            Reason = end?.Reason,
        };
    }

    /// <summary>Returns the job with its end.</summary>
    internal FoundJob With(JobEnd end) => this with
    {
        State = end.State,
        Elapsed = end.Duration > TimeSpan.Zero ? end.Duration : Elapsed,
        Rc = end.Rc,
        Signal = end.Signal,
        Reason = end.Reason,
    };

    /// <summary>Returns a text property of a status.</summary>
    internal static string? Text(JsonElement status, string name)
    {
        if (status.ValueKind != JsonValueKind.Object || !status.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is valid JSON, but not a valid text.
            return null;
        }
    }

    private static double? Number(JsonElement status, string name) =>
        status.ValueKind == JsonValueKind.Object && status.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? number
            : null;

    private static TimeSpan? Duration(JsonElement status, string name) => Number(status, name) is { } seconds ? HostAnswer.Duration(seconds) : null;
}
