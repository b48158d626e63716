using System.Text.Json;

namespace Playbooks;

/// <summary>What one look at a job found.</summary>
/// <typeparam name="TResult">What the job gives at its end.</typeparam>
public sealed record JobStatus<TResult> : TaskResult
    where TResult : TaskResult
{
    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its state.</summary>
    public required JobState State { get; init; }

    /// <summary>Whether it has ended, in whichever way.</summary>
    public bool Finished => State is not (JobState.Starting or JobState.Running);

    /// <summary>What it gave, if it has ended.</summary>
    public TResult? Result { get; init; }

    /// <summary>The last lines of its output so far, 4 KiB at most.</summary>
    public string StdoutTail { get; init; } = "";

    /// <summary>The last lines of its errors so far, 4 KiB at most.</summary>
    public string StderrTail { get; init; } = "";

    /// <inheritdoc/>
    public override void WriteProperties(Utf8JsonWriter writer)
    {
        base.WriteProperties(writer);
        writer.WriteString("id", Id);
        writer.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(State.ToString()));
        writer.WriteBoolean("finished", Finished);
        writer.WriteString("stdoutTail", StdoutTail);
        writer.WriteString("stderrTail", StderrTail);
        if (Result is not null)
        {
            writer.WriteStartObject("result");
            Result.WriteProperties(writer);
            writer.WriteEndObject();
        }
    }
}
