
using Playbooks.Execution.Jobs;
using Playbooks.Execution.Tasks;

namespace Playbooks;

/// <content>The waits for jobs.</content>
public sealed partial class HostRun
{
    /// <summary>Waits for a job; its failure is the failure of the task that started it. Joined once: later calls give the same result.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job.</param>
    public async Task<TResult> WaitAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult
    {
        if (IsUnasked(job))
        {
            return null!;
        }

        var running = job.Running;
        using (running.Waiting())
        {
            await _jobs.WaitAsync(running.End, running).ConfigureAwait(false);
        }

        if (!_block.HasSettled(running))
        {
            var result = await JoinJobAsync(running).ConfigureAwait(false);
            _jobs.Judge(running, result);
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

    /// <summary>Waits for a job, if there is one.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job, if its task was not skipped.</param>
    public async Task<TResult?> WaitOptionalAsync<TResult>(Job<TResult>? job)
        where TResult : TaskResult => job is null ? null : await WaitAsync(job).ConfigureAwait(false);

    /// <summary>Waits for the jobs of a loop.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="jobs">The jobs, in item order.</param>
    public Task<IReadOnlyList<TResult>> WaitEachAsync<TResult>(IReadOnlyList<Job<TResult>> jobs)
        where TResult : TaskResult
    {
        if (jobs is null || jobs.Any(IsUnasked))
        {
            return Task.FromResult<IReadOnlyList<TResult>>(null!);
        }

        return LoopItems.InOrderAsync(jobs.Count, item => WaitAsync(jobs[item]));
    }

    /// <summary>Waits for the jobs of a loop, if it was not skipped.</summary>
    /// <typeparam name="TResult">What each job gives.</typeparam>
    /// <param name="jobs">The jobs, in item order.</param>
    public async Task<IReadOnlyList<TResult>?> WaitEachOptionalAsync<TResult>(IReadOnlyList<Job<TResult>>? jobs)
        where TResult : TaskResult => jobs is null ? null : await WaitEachAsync(jobs).ConfigureAwait(false);

    /// <summary>Whether nobody asks for a job: its task was not chosen, or the one that is passed by and all after it.</summary>
    private bool IsUnasked<TResult>(Job<TResult>? job)
        where TResult : TaskResult => job is null || (_flow.IsPassing && job.Running.Askers <= 0);

    /// <summary>Joins a job. What keeps its end from being known is the failure of its task on this host, except that this host is lost.</summary>
    private async Task<TResult> JoinJobAsync<TResult>(StartedJob<TResult> job)
        where TResult : TaskResult
    {
        try
        {
            return await job.JoinAsync().ConfigureAwait(false);
        }
        catch (UnreachableException lost) when (job.Place != Host)
        {
            throw _flow.Fail(job.Task, result: null, $"its job ran on {job.Place.Name}, which was lost: {lost.Message}", lost);
        }
        catch (Exception thrown) when (thrown is BecomeException or FormatException)
        {
            throw _flow.Fail(job.Task, result: null, HiddenResult.MessageOf(job.Task, thrown), thrown);
        }
    }
}
