namespace Playbooks;

/// <summary>What the run knows about a job that a playbook holds.</summary>
/// <typeparam name="TResult">What it gives at its end.</typeparam>
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
