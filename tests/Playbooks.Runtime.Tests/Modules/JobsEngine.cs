namespace Playbooks.Runtime.Tests.Modules;

/// <summary>Notes what modules ask about jobs.</summary>
internal sealed class JobsEngine : IEngine
{
    public IReadOnlyList<string> Old { get; set; } = [];

    public TimeSpan? OlderThan { get; private set; }

    public object? Asked { get; private set; }

    public Task<TResult> WaitAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult
    {
        Asked = job;
        return Task.FromResult((TResult)(TaskResult)new CommandResult { Message = "waited" });
    }

    public Task<JobStatus<TResult>> LookAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult
    {
        Asked = job;
        return Task.FromResult(new JobStatus<TResult> { Id = "id1", State = JobState.Running });
    }

    public Task<TResult> CancelAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult
    {
        Asked = job;
        return Task.FromResult((TResult)(TaskResult)new CommandResult { Message = "cancelled" });
    }

    public Task<IReadOnlyList<string>> CleanJobsAsync(TimeSpan olderThan, CancellationToken cancellationToken)
    {
        OlderThan = olderThan;
        return Task.FromResult(Old);
    }

    public Task<IReadOnlyList<string>> FlushHandlersAsync() => throw new NotSupportedException();

    public Task ResetConnectionAsync() => throw new NotSupportedException();

    public void ForgetFacts() => throw new NotSupportedException();
}
