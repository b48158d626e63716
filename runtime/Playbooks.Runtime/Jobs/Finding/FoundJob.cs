using System.Text.Json;
using Playbooks.Connections;

namespace Playbooks.Jobs.Finding;

/// <summary>A job that was found on a host, whoever started it.</summary>
/// <param name="Handle">Where it is.</param>
/// <param name="State">Its state.</param>
/// <param name="Elapsed">How long it ran, or has run.</param>
internal sealed record FoundJob(JobHandle Handle, JobState State, TimeSpan Elapsed)
{
    private static readonly TimeSpan UsualGrace = TimeSpan.FromSeconds(10);

    /// <summary>The name of its playbook.</summary>
    internal string Playbook { get; private init; } = "";

    /// <summary>Its task's name, as shown.</summary>
    internal string Task { get; private init; } = "";

    /// <summary>The run that started it.</summary>
    internal string Run { get; private init; } = "";

    /// <summary>The name that it has beside its id, if it has one.</summary>
    internal string? Key { get; private init; }

    /// <summary>When it ended, by the host's clock, as far as it said so itself.</summary>
    internal DateTimeOffset? Finished { get; private init; }

    /// <summary>The exit status, where the task ended by itself.</summary>
    internal int? Rc { get; private init; }

    /// <summary>The signal that ended it, as far as a shell can tell.</summary>
    internal string? Signal { get; private init; }

    /// <summary>Why it has no end of its own, for people.</summary>
    internal string? Reason { get; private init; }

    /// <summary>From TERM to KILL.</summary>
    internal TimeSpan Grace => Handle.Grace;

    /// <summary>Whether it has ended, in whichever way.</summary>
    internal bool HasEnded => State is not (JobState.Starting or JobState.Running);

    /// <summary>What a job's own status says of it, and a look, where there was one.</summary>
    /// <param name="status">The status, or nothing where the supervisor died before it wrote one.</param>
    /// <param name="report">What a look has found, of a job whose status has no end.</param>
    /// <param name="handle">Where it is; when it started and its limit are in the status.</param>
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

    /// <summary>The job once it has ended.</summary>
    internal FoundJob With(JobEnd end) => this with
    {
        State = end.State,
        Elapsed = end.Duration > TimeSpan.Zero ? end.Duration : Elapsed,
        Rc = end.Rc,
        Signal = end.Signal,
        Reason = end.Reason,
    };

    /// <summary>A property of a status that is a text.</summary>
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
            // Half of a surrogate pair is JSON, and no text.
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
