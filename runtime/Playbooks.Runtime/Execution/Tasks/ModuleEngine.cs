using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;
using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>What the module of one task may use of the run.</summary>
/// <param name="scope">The block in which the task is.</param>
/// <param name="handlers">Runs the handlers.</param>
/// <param name="endpoint">Where the task runs.</param>
/// <param name="user">The user as whom it runs.</param>
/// <param name="task">The task.</param>
/// <param name="item">The index of the item in a loop; <see langword="null"/> outside of loops.</param>
/// <param name="label">The label of the item.</param>
/// <param name="steersRun">Whether the module has declared that it steers the run.</param>
internal sealed class ModuleEngine(
    BlockScope scope, HandlerRunner handlers, HostEndpoint endpoint, string? user, TaskInfo task, int? item, string? label, bool steersRun) : IEngine
{
    private const int TailSize = 4096;

    /// <summary>Whether the module has reported that the host's facts may have changed.</summary>
    internal bool HasForgottenFacts { get; private set; }

    public Task<TResult> WaitAsync<TResult>(Job<TResult> job, CancellationToken cancellationToken)
        where TResult : TaskResult
    {
        CheckSteers();
        return new JobJoins(scope).OfModuleAsync(task, job.Running, item, label, cancellationToken);
    }

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
        CheckSteers();
        job.Running.IsJudged = true;
        return (TResult)await job.Running.CancelAsync(isAsked: true).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<string>> CleanJobsAsync(TimeSpan olderThan, CancellationToken cancellationToken) =>
        endpoint.Jobs.CleanAsync(user, olderThan, cancellationToken);

    public async Task<IReadOnlyList<string>> FlushHandlersAsync()
    {
        CheckSteers();
        return await handlers.FlushAsync(task, item).ConfigureAwait(false);
    }

    public Task ResetConnectionAsync() => endpoint.Connection.ResetAsync();

    public void ForgetFacts() => HasForgottenFacts = true;

    private void CheckSteers()
    {
        if (!steersRun)
        {
            throw new InvalidOperationException(
                $"{task.Module} waits for jobs, cancels them or flushes handlers. A module that does this must override SteersRun to return true.");
        }
    }
}
