using System.Globalization;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>The limit of a job that a member of the playbook computes. <see langword="null"/> runs the task in the foreground.</summary>
internal static class ComputedLimit
{
    /// <summary>A task with the limit that was computed; a poll is no longer than half of it.</summary>
    /// <param name="task">The task.</param>
    /// <param name="limit">Computes it; <see langword="null"/> where the attribute names it.</param>
    /// <param name="outcomes">Takes what is wrong with it.</param>
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
                ? "more than 0 s, or null for the foreground"
                : string.Create(CultureInfo.InvariantCulture, $"{int.MaxValue} s, 68 years, at most");
            throw outcomes.Fail(
                task, result: null, $"its limit is {longest.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s: give {instead}", cause: null);
        }

        var seconds = (int)Math.Ceiling(longest.TotalSeconds);
        return task with { Async = task.Async! with { Limit = seconds, Poll = Math.Min(task.Async.Poll, AsyncDefaults.LongestPollOf(seconds)) } };
    }
}
