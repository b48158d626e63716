using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>The result of one check of a job.</summary>
/// <typeparam name="TResult">The type of the result that the job has when it has ended.</typeparam>
public sealed record JobStatus<TResult> : TaskResult
    where TResult : TaskResult
{
    /// <summary>The id of the job.</summary>
    public required string Id { get; init; }

    /// <summary>The job's state.</summary>
    public required JobState State { get; init; }

    /// <summary>Whether the job has ended, in whatever way.</summary>
    [JsonInclude]
    public bool Finished => State is not (JobState.Starting or JobState.Running);

    /// <summary>The last lines of the job's standard output so far, at most 4 KiB.</summary>
    public string StdoutTail { get; init; } = "";

    /// <summary>The last lines of the job's standard error so far, at most 4 KiB.</summary>
    public string StderrTail { get; init; } = "";

    /// <summary>The job's result; <see langword="null"/> if the job has not ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TResult? Result { get; init; }
}
