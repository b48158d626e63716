using Playbooks.Generated;
using Playbooks.Language.Results;

namespace Playbooks.Execution.Tasks;

/// <summary>What is told of a result that nobody may see: how it ended, and when.</summary>
internal sealed record HiddenResult : TaskResult
{
    /// <summary>How long a host keeps what such a job has printed: enough for a run that waits to read it.</summary>
    internal static readonly TimeSpan KeptOnHost = TimeSpan.FromMinutes(1);

    /// <summary>The result as it may be told.</summary>
    internal static TaskResult Of(TaskResult result) => result as HiddenResult ?? new HiddenResult
    {
        Changed = result.Changed,
        Failed = result.Failed,
        Skipped = result.Skipped,
        GaveUp = result.GaveUp,
        Label = result.Label,
        Job = result.Job,
        Started = result.Started,
        Ended = result.Ended,
        Duration = result.Duration,
        Message = CommonProperties.Hidden,
        IsHidden = true,
    };

    /// <summary>The result for later tasks: all of it but its message, which others tell. Whoever tells it knows that nobody may see it.</summary>
    internal static TResult Quieted<TResult>(TResult result, bool noLog)
        where TResult : TaskResult => !noLog ? result : (TResult)((TaskResult)result with
        {
            IsHidden = true,
            Message = result.Message is null ? null : $"{(result.Failed ? "failed; " : "")}{CommonProperties.Hidden}",
        });

    /// <summary>What is told of a task whose member has thrown.</summary>
    internal static string MessageOf(TaskInfo task, Exception thrown) =>
        task.NoLog ? $"{UserCode.Place(thrown)}; what it says is hidden by [NoLog]" : thrown.Message;
}
