using System.Text.Json.Serialization;

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
    [JsonInclude]
    public bool Finished => State is not (JobState.Starting or JobState.Running);

    /// <summary>The last lines of its output so far, 4 KiB at most.</summary>
    public string StdoutTail { get; init; } = "";

    /// <summary>The last lines of its errors so far, 4 KiB at most.</summary>
    public string StderrTail { get; init; } = "";

    /// <summary>What it gave, if it has ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TResult? Result { get; init; }
}
