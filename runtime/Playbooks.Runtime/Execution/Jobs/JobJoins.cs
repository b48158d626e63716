namespace Playbooks.Execution.Jobs;

/// <summary>The waits of tasks for jobs: of one that runs as a job for its own, of a <see cref="Wait{TResult}"/> for another's.</summary>
internal sealed class JobJoins(RunContext context, Host host, BlockJobs jobs)
{
    /// <summary>Waits for the job of a polled task.</summary>
    internal async Task<TResult> ForAsync<TResult>(TaskInfo task, StartedJob<TResult> job)
        where TResult : TaskResult
    {
        using (job.Waiting())
        {
            await jobs.WaitAsync(job.End, job).ConfigureAwait(false);
        }

        return await JoinAsync(task, job).ConfigureAwait(false);
    }

    /// <summary>An explicit wait: to the job's limit or, with <c>[Retry]</c>, for so many looks.</summary>
    internal async Task<TResult> ForAsync<TResult>(TaskInfo task, Wait<TResult> wait, int? item)
        where TResult : TaskResult
    {
        var job = wait.Job.Running;
        using var waiting = job.Waiting();
        if (task.Retry is not { } retry)
        {
            await jobs.WaitAsync(job.End, job).ConfigureAwait(false);
        }
        else
        {
            for (var look = 1; look <= retry.Count && !job.HasEnded; look++)
            {
                context.Stop.ThrowIfCancellationRequested();
                var pause = Task.Delay(TimeSpan.FromSeconds(retry.Delay), context.Time, context.Stop);
                await jobs.WaitAsync(Task.WhenAny(job.End, pause), job).ConfigureAwait(false);
                if (!job.HasEnded)
                {
                    context.Events.Tell(new JobLooked(task, host, job.Describe(JobState.Running)) { Item = item, Label = wait.Label });
                }
            }

            if (!job.HasEnded)
            {
                return job.GaveUp(
                    $"gave up after {retry.Count} looks, {retry.Delay} s apart: job {job.Handle.Id} still runs on {job.Handle.Host}");
            }
        }

        try
        {
            return await JoinAsync(task, job).ConfigureAwait(false);
        }
        catch (UnreachableException lost) when (job.Place != host)
        {
            throw new IOException($"its job ran on {job.Place.Name}, which was lost: {lost.Message}", lost);
        }
    }

    /// <summary>Joins a job that the task has waited for. Where the loss of its host is ignored, nothing else comes of it.</summary>
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
