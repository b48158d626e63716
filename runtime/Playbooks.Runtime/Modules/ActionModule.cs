namespace Playbooks;

/// <summary>A module that is C# code. The code runs on the controller and can access the host several times; such a module cannot be a job.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record ActionModule<TResult> : Module<TResult>
    where TResult : TaskResult
{
    /// <summary>
    /// Whether the module acts on the run instead of a host: it waits for jobs, cancels jobs, or runs handlers (<see cref="IEngine"/>). Such a module does not
    /// count towards <c>--forks</c>, and <c>[Retry]</c> limits how often it checks a job. Defaults to <see langword="false"/>.
    /// </summary>
    protected internal virtual bool SteersRun => false;

    /// <summary>Does the work of the module.</summary>
    /// <param name="context">The host, and methods that run scripts there.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The result. If the task fails, <see cref="TaskResult.Failed"/> is set.</returns>
    protected internal abstract Task<TResult> RunAsync(ActionContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Predicts, in check mode, what <see cref="RunAsync"/> would change, and changes nothing. A module that only reads can run as usual. If a prediction is
    /// not possible, the result has <see cref="TaskResult.Skipped"/> set.
    /// </summary>
    /// <param name="context">The host, and methods that run scripts there.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The predicted result. <see cref="TaskResult.Changed"/> is set if the task would change something.</returns>
    protected internal abstract Task<TResult> PredictAsync(ActionContext context, CancellationToken cancellationToken);
}
