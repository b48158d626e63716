using Playbooks.Generated;
using Playbooks.Language.Results;

namespace Playbooks.Execution.Tasks;

/// <summary>What is reported of a hidden result: only how the task ended, and when.</summary>
internal sealed record HiddenResult : TaskResult
{
    /// <summary>How long a host keeps the output of a job with <c>[NoLog]</c>: long enough for a waiting run to read it.</summary>
    internal static readonly TimeSpan KeptOnHost = TimeSpan.FromMinutes(1);

    /// <summary>Returns the result as it may be reported.</summary>
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

    /// <summary>Returns the result for later tasks: without its message, because other tasks may report that, and marked as hidden.</summary>
    internal static TResult Quieted<TResult>(TResult result, bool noLog)
        where TResult : TaskResult => !noLog ? result : (TResult)((TaskResult)result with
        {
            IsHidden = true,
            Message = result.Message is null ? null : $"{(result.Failed ? "failed; " : "")}{CommonProperties.Hidden}",
        });

    /// <summary>Returns the message for a task whose member threw an exception.</summary>
    internal static string MessageOf(TaskInfo task, Exception thrown) =>
        task.NoLog ? $"{UserCode.Place(thrown)}; the message is hidden by [NoLog]" : thrown.Message;
}
