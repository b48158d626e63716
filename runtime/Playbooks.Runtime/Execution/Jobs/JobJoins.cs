using Playbooks.Execution.Blocks;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>Waits for jobs: a task for its own job, a module for the job of another task, and a task for a job whose result it uses.</summary>
internal sealed class JobJoins(BlockScope scope)
{
    /// <summary>Waits for the job of a task that runs as a job.</summary>
    internal async Task<TResult> OfPolledAsync<TResult>(TaskInfo task, StartedJob<TResult> job)
        where TResult : TaskResult
    {
        await UntilEndedAsync(job).ConfigureAwait(false);
        return await JoinAsync(task, job).ConfigureAwait(false);
    }

    /// <summary>Waits for a job on behalf of a module: until the job's limit or, with <c>[Retry]</c>, for a number of checks.</summary>
    internal async Task<TResult> OfModuleAsync<TResult>(TaskInfo task, StartedJob<TResult> job, int? item, string? label, CancellationToken cancellationToken)
        where TResult : TaskResult
    {
        using var waiting = job.Waiting();
        if (task.Retry is not { } retry)
        {
            await scope.Jobs.WaitAsync(job.End, job).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            for (var look = 1; look <= retry.Count && !job.HasEnded; look++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var pause = Task.Delay(TimeSpan.FromSeconds(retry.Delay), scope.Run.Time, cancellationToken);
                await scope.Jobs.WaitAsync(Task.WhenAny(job.End, pause), job).ConfigureAwait(false);
                if (!job.HasEnded)
                {
                    scope.Run.Events.Tell(new JobLooked(task, scope.Host, job.Describe(JobState.Running)) { Item = item, Label = label });
                }
            }

            if (!job.HasEnded)
            {
                return job.GaveUp(
                    $"job {job.Handle.Id} was still running on {job.Handle.Host} after {retry.Count} checks at intervals of {retry.Delay} s");
            }
        }

        try
        {
            return await JoinAsync(task, job).ConfigureAwait(false);
        }
        catch (UnreachableException lost) when (job.Place != scope.Host)
        {
            throw new IOException($"the job of the task ran on {job.Place.Name}, which became unreachable: {lost.Message}", lost);
        }
    }

    /// <summary>Waits for a job whose result a task uses. If the job fails, the task that started it fails. Later calls return the same result.</summary>
    internal async Task<TResult> OfAskedAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult
    {
        if (IsUnasked(job))
        {
            return null!;
        }

        var running = job.Running;
        await UntilEndedAsync(running).ConfigureAwait(false);
        if (!scope.Block.HasSettled(running))
        {
            var result = await JoinOwnAsync(running).ConfigureAwait(false);
            scope.Jobs.Judge(running, result);
            return result;
        }

        try
        {
            return await running.JoinAsync().ConfigureAwait(false);
        }
        catch (UnreachableException lost)
        {
            return running.GaveUp(lost.Message);
        }
    }

    /// <summary>Waits for the jobs of a loop.</summary>
    internal Task<IReadOnlyList<TResult>> OfEachAskedAsync<TResult>(IReadOnlyList<Job<TResult>> jobs)
        where TResult : TaskResult => jobs is null || jobs.Any(IsUnasked)
            ? Task.FromResult<IReadOnlyList<TResult>>(null!)
            : LoopItems.InOrderAsync(jobs.Count, item => OfAskedAsync(jobs[item]), scope.Jobs);

    /// <summary>Waits for a job of another host. If it fails, that host fails. If that host is unreachable, its jobs have no results.</summary>
    internal async Task<TResult?> OfOtherHostAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult
    {
        await UntilEndedAsync(job.Running).ConfigureAwait(false);
        try
        {
            return await job.Running.JoinAsync().ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is UnreachableException || scope.Branch.IsFailure(thrown))
        {
            return null;
        }
    }

    /// <summary>
    /// True if this wait can be skipped: the job never started because its task was not chosen, or the current task and all later ones are passed.
    /// </summary>
    private bool IsUnasked<TResult>(Job<TResult>? job)
        where TResult : TaskResult => job is null || (scope.Boundaries.IsPassing && job.Running.Askers <= 0);

    private async Task UntilEndedAsync(StartedJob job)
    {
        using var waiting = job.Waiting();
        await scope.Jobs.WaitAsync(job.End, job).ConfigureAwait(false);
    }

    /// <summary>Joins a job. If its end cannot be determined, its task fails on this host, unless this host is unreachable.</summary>
    private async Task<TResult> JoinOwnAsync<TResult>(StartedJob<TResult> job)
        where TResult : TaskResult
    {
        try
        {
            return await job.JoinAsync().ConfigureAwait(false);
        }
        catch (UnreachableException lost) when (job.Place != scope.Host)
        {
            throw scope.Outcomes.Fail(job.Task, result: null, $"the job of the task ran on {job.Place.Name}, which became unreachable: {lost.Message}", lost);
        }
        catch (Exception thrown) when (scope.Branch.IsFailure(thrown))
        {
            throw scope.Outcomes.Fail(job.Task, thrown);
        }
    }

    /// <summary>Joins a job for the task that reports it. If the task ignores an unreachable host, the job then has no further effect.</summary>
    private static async Task<TResult> JoinAsync<TResult>(TaskInfo task, StartedJob<TResult> job)
        where TResult : TaskResult
    {
        try
        {
            var result = await job.JoinAsync(isAsked: true).ConfigureAwait(false);
            job.IsJudged = true;
            return result;
        }
        catch (UnreachableException) when (task.IgnoreUnreachable)
        {
            job.IsJudged = true;
            throw;
        }
    }
}
