using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>Writes and reads the properties that every result has.</summary>
internal static class CommonProperties
{
    /// <summary>The message that is shown for a task whose result is hidden.</summary>
    internal const string Hidden = "the result is hidden by [NoLog]";

    private static readonly ValueFormat<string?> _text = ValueFormat.OrNull(ValueFormat.Text);
    private static readonly ValueFormat<JobInfo?> _job = ValueFormat.OrNull(JobFormat.Instance);

    internal static void Write(Utf8JsonWriter writer, TaskResult result) => Write(writer, result, result.Message, result.Diff);

    /// <summary>Writes only how the task ended, and when.</summary>
    internal static void WriteHidden(Utf8JsonWriter writer, TaskResult result)
    {
        Write(writer, result, Hidden, diff: null);
        Placeholder.Mark(writer);
    }

    /// <summary>Reads the properties.</summary>
    /// <param name="json">The object.</param>
    /// <param name="own">A result that already has the properties of its own type.</param>
    internal static TResult Read<TResult>(JsonElement json, TResult own)
        where TResult : TaskResult
    {
        var isHidden = Placeholder.IsIn(json);
        return (TResult)((TaskResult)own with
        {
            Changed = ValueFormat.Flag.Read(json, "changed", own.Changed),
            Failed = ValueFormat.Flag.Read(json, "failed", own.Failed),
            Skipped = ValueFormat.Flag.Read(json, "skipped", own.Skipped),
            GaveUp = ValueFormat.Flag.Read(json, "gaveUp", own.GaveUp),
            Message = _text.Read(json, "message", own.Message),
            Label = _text.Read(json, "label", own.Label),
            Diff = _text.Read(json, "diff", own.Diff),
            Started = ValueFormat.Time.Read(json, "started", own.Started),
            Ended = ValueFormat.Time.Read(json, "ended", own.Ended),
            Duration = ValueFormat.Seconds.Read(json, "duration", own.Duration),
            Job = _job.Read(json, "$job", own.Job),
            IsHidden = isHidden,
            IsPlaceholder = isHidden,
        });
    }

    private static void Write(Utf8JsonWriter writer, TaskResult result, string? message, string? diff)
    {
        ValueFormat.Flag.Write(writer, "changed"u8, result.Changed);
        ValueFormat.Flag.Write(writer, "failed"u8, result.Failed);
        ValueFormat.Flag.Write(writer, "skipped"u8, result.Skipped);
        if (result.GaveUp)
        {
            ValueFormat.Flag.Write(writer, "gaveUp"u8, result.GaveUp);
        }

        if (message is not null)
        {
            ValueFormat.Text.Write(writer, "message"u8, message);
        }

        if (result.Label is not null)
        {
            ValueFormat.Text.Write(writer, "label"u8, result.Label);
        }

        if (diff is not null)
        {
            ValueFormat.Text.Write(writer, "diff"u8, diff);
        }

        ValueFormat.Time.Write(writer, "started"u8, result.Started);
        ValueFormat.Time.Write(writer, "ended"u8, result.Ended);
        ValueFormat.Seconds.Write(writer, "duration"u8, result.Duration);
        if (result.Job is not null)
        {
            // No property of C# has that name.
            _job.Write(writer, "$job"u8, result.Job);
        }
    }
}
