using Playbooks.Execution.Jobs;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>Reports and counts how the tasks of one host end. Turns exceptions into failures of tasks.</summary>
internal sealed class TaskOutcomes(BranchContext branch, Host host, HostTally tally)
{
    private readonly HashSet<TaskInfo> _failed = new(ReferenceEqualityComparer.Instance);

    /// <summary>Evaluates a member of the playbook. If it throws, the task fails; the message has file and line.</summary>
    internal T Evaluate<T>(TaskInfo task, Func<T> member)
    {
        try
        {
            return UserCode.Call(member);
        }
        catch (UserCodeException thrown)
        {
            throw Fail(task, thrown);
        }
    }

    /// <summary>Evaluates a member that may return <see langword="null"/>; the task is then skipped.</summary>
    internal T? EvaluateOptional<T>(TaskInfo task, Func<T?> member)
        where T : class
    {
        if (Evaluate(task, member) is { } given)
        {
            return given;
        }

        Skip(task, "nothing to do");
        return null;
    }

    /// <summary>Does a part of a task. If it throws, the task fails, unless the host became unreachable.</summary>
    internal async Task<T> GuardAsync<T>(TaskInfo task, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception thrown) when (branch.IsFailure(thrown))
        {
            throw Fail(task, thrown);
        }
    }

    /// <summary>Counts a task whose items have all run.</summary>
    /// <exception cref="TaskFailedException">An item failed, and the task does not ignore that.</exception>
    internal void Conclude(TaskInfo task, IReadOnlyList<TaskResult> results)
    {
        if (results.Count == 0)
        {
            SkipEmpty(task);
            return;
        }

        tally.Count(Worst(results.Select(result => Verdict.Outcome(task, result))));
        var failed = results.Where(result => result.Failed).ToList();
        if (failed.Count > 0 && !task.IgnoreErrors)
        {
            var message = failed[0].Message ?? "failed";
            throw new TaskFailedException(
                task,
                host,
                failed[0],
                task.IsLoop
                    ? LoopItems.Failed(failed.Count, results.Count, results.TakeWhile(result => !result.Failed).Count(), failed[0].Label, message)
                    : message);
        }
    }

    /// <summary>Counts a task that was started. If it has already failed, BlockJobs counts the failure, as it does for a job.</summary>
    internal void ConcludeStart(IEnumerable<StartedJob> started) => tally.Count(Worst(
        started.Select(job => job.EndedAs is { } outcome and not (TaskOutcome.Failed or TaskOutcome.Ignored) ? outcome : TaskOutcome.Changed)));

    internal void SkipEmpty(TaskInfo task) => Skip(task, "no items");

    internal void Skip(TaskInfo task, string reason)
    {
        tally.Count(TaskOutcome.Skipped);
        branch.Run.Events.Tell(new TaskFinished(task, host, TaskOutcome.Skipped, Result: null) { Message = reason });
    }

    /// <summary>Reports that the host became unreachable, which the task ignores.</summary>
    internal void IgnoreLoss(TaskInfo task, UnreachableException lost)
    {
        tally.Count(TaskOutcome.Ignored);
        branch.Run.Events.Tell(new TaskFinished(task, host, TaskOutcome.Ignored, Result: null) { Message = $"unreachable: {lost.Message}" });
    }

    /// <summary>Reports a failure that an exception caused.</summary>
    internal TaskFailedException Fail(TaskInfo task, Exception thrown) => Fail(task, result: null, HiddenResult.MessageOf(task, thrown), thrown);

    /// <summary>Reports a failure that has no result of its own, and counts it once per task.</summary>
    internal TaskFailedException Fail(TaskInfo task, TaskResult? result, string message, Exception? cause)
    {
        if (_failed.Add(task))
        {
            tally.Count(TaskOutcome.Failed);
        }

        branch.Run.Events.Tell(new TaskFinished(task, host, TaskOutcome.Failed, result) { Message = message });
        return new TaskFailedException(task, host, result, message, cause);
    }

    private static TaskOutcome Worst(IEnumerable<TaskOutcome> outcomes)
    {
        var all = outcomes.ToHashSet();
        return new[] { TaskOutcome.Failed, TaskOutcome.Ignored, TaskOutcome.Changed, TaskOutcome.Ok }
            .Where(all.Contains).FirstOrDefault(TaskOutcome.Skipped);
    }
}
