namespace Playbooks;

/// <summary>What the run knows about a job that a playbook uses.</summary>
/// <typeparam name="TResult">The type of the job's result.</typeparam>
internal interface IJob<TResult>
    where TResult : TaskResult
{
    string Id { get; }

    /// <summary>The name of the host on which it runs.</summary>
    string Host { get; }

    string User { get; }

    string Directory { get; }

    DateTimeOffset Started { get; }

    TimeSpan Limit { get; }

    string? Label { get; }

    bool HasEnded { get; }

    bool NoLog { get; }

    JobState LastKnown { get; }

    TResult FailedResult(string message);
}
