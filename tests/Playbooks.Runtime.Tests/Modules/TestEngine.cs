using Playbooks.Connections;

namespace Playbooks.Runtime.Tests.Modules;

/// <summary>The engine of a module that runs alone: it has the connection, and no jobs, handlers or facts.</summary>
internal sealed class TestEngine(IHostConnection connection) : IEngine
{
    public Task<TResult> WaitAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult => throw new NotSupportedException();

    public Task<JobStatus<TResult>> LookAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult => throw new NotSupportedException();

    public Task<TResult> CancelAsync<TResult>(Job<TResult> job)
        where TResult : TaskResult => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> CleanJobsAsync(TimeSpan olderThan, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> FlushHandlersAsync() => throw new NotSupportedException();

    public Task ResetConnectionAsync() => connection.ResetAsync();

    public void ForgetFacts()
    {
    }
}
