using System.Globalization;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>The limit of a job that a member of the playbook computes. If it is <see langword="null"/>, the task runs in the foreground.</summary>
internal static class ComputedLimit
{
    /// <summary>Returns the task with its computed limit. The poll is at most half of the limit.</summary>
    /// <param name="task">The task.</param>
    /// <param name="limit">Computes the limit; <see langword="null"/> if the attribute sets it.</param>
    /// <param name="outcomes">Reports an invalid limit.</param>
    internal static TaskInfo Of(TaskInfo task, Func<JobLimit>? limit, TaskOutcomes outcomes)
    {
        if (limit is null)
        {
            return task;
        }

        if (outcomes.Evaluate(task, limit).Value is not { } longest)
        {
            return task with { Async = task.Async! with { Limit = 0 } };
        }

        if (longest <= TimeSpan.Zero || longest.TotalSeconds > int.MaxValue)
        {
            var instead = longest <= TimeSpan.Zero
                ? "return more than 0 s, or null to run the task in the foreground"
                : string.Create(CultureInfo.InvariantCulture, $"return at most {int.MaxValue} s (68 years)");
            throw outcomes.Fail(
                task, result: null, $"the limit of the job is {longest.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s: {instead}", cause: null);
        }

        var seconds = (int)Math.Ceiling(longest.TotalSeconds);
        return task with { Async = task.Async! with { Limit = seconds, Poll = Math.Min(task.Async.Poll, AsyncDefaults.LongestPollOf(seconds)) } };
    }
}
