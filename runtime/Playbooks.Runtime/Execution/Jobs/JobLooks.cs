namespace Playbooks.Execution.Jobs;

/// <summary>What modules may ask of jobs: one look, and the removal of stale ones.</summary>
internal sealed class JobLooks(HostEndpoint endpoint, string? user) : IJobLooks
{
    private const int TailSize = 4096;

    public Task<TResult> WaitAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult => job.Running.JoinAsync(isAsked: true).WaitAsync(cancellationToken);

    public async Task<JobStatus<TResult>> LookAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult
    {
        var running = job.Running;
        var state = await running.LookAsync(cancellationToken).ConfigureAwait(false);
        if (state is JobState.Starting or JobState.Running)
        {
            var tail = await running.TailAsync(TailSize, cancellationToken).ConfigureAwait(false);
            return new() { Id = job.Id, State = state, StdoutTail = tail.Stdout, StderrTail = tail.Stderr };
        }

        return new() { Id = job.Id, State = state, Result = await running.JoinAsync().WaitAsync(cancellationToken).ConfigureAwait(false) };
    }

    public async Task<TResult> CancelAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult
    {
        job.Running.IsJudged = true;
        return (TResult)await job.Running.CancelAsync(isAsked: true).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<string>> CleanAsync(TimeSpan olderThan, CancellationToken cancellationToken) =>
        endpoint.Jobs.CleanAsync(user, olderThan, cancellationToken);
}
