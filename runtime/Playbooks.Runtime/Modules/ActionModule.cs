namespace Playbooks;

/// <summary>A module that is C# on the controller, and may use the host several times: it cannot be a job.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
public abstract record ActionModule<TResult> : Module<TResult>
    where TResult : TaskResult
{
    /// <summary>
    /// Whether it steers the run and not a host: it waits for jobs or cancels them, or it runs handlers (<see cref="IEngine"/>). Then it holds none of
    /// the slots of <c>--forks</c>, and <c>[Retry]</c> says how often it looks. Defaults to <see langword="false"/>.
    /// </summary>
    protected internal virtual bool SteersRun => false;

    /// <summary>Does it.</summary>
    /// <param name="context">The host, and what can be done there.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What it gave; a failure of the task is a result that says so.</returns>
    protected internal abstract Task<TResult> RunAsync(ActionContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Tells in check mode what <see cref="RunAsync"/> would change, and changes nothing; what only looks may just run. Where nobody can know,
    /// a result with <see cref="TaskResult.Skipped"/>.
    /// </summary>
    /// <param name="context">The host, and what can be done there.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What it would give, with <see cref="TaskResult.Changed"/> where something would be changed.</returns>
    protected internal abstract Task<TResult> PredictAsync(ActionContext context, CancellationToken cancellationToken);
}
