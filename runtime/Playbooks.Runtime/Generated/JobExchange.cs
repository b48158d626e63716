using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Playbooks.Generated;

/// <summary>
/// Replaces the jobs in the results of a block when the results are shared between hosts. Before the results are sent, each job is replaced with its id; on the
/// host that receives the results, each id becomes a job again.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JobExchange
{
    private protected JobExchange()
    {
    }

    /// <summary>Returns the replacement for a job.</summary>
    /// <typeparam name="TResult">The type of the job's result.</typeparam>
    /// <param name="job">The job; <see langword="null"/> if none was started.</param>
    [return: NotNullIfNotNull(nameof(job))]
    public Job<TResult>? Of<TResult>(Job<TResult>? job)
        where TResult : TaskResult => Exchange(job)!;

    /// <summary>Returns the replacements for the jobs of a loop.</summary>
    /// <typeparam name="TResult">The type of each job's result.</typeparam>
    /// <param name="jobs">The jobs, in item order; <see langword="null"/> if the loop was skipped.</param>
    [return: NotNullIfNotNull(nameof(jobs))]
    public IReadOnlyList<Job<TResult>>? Of<TResult>(IReadOnlyList<Job<TResult>>? jobs)
        where TResult : TaskResult => jobs is null ? null : [.. jobs.Select(job => Exchange(job)!)];

    /// <summary>Returns the result of a task, with each job in it replaced. A result without jobs is returned unchanged.</summary>
    /// <typeparam name="T">The type of a module's result, of a block's results, or of the list of the results of a loop.</typeparam>
    /// <param name="given">The result; <see langword="null"/> if the task has none.</param>
    [return: NotNullIfNotNull(nameof(given))]
    public T? In<T>(T? given)
        where T : class => given switch
        {
            IHoldsJobs results => (T)results.With(this),
            IReadOnlyList<object> all when all is [IHoldsJobs first, ..] => (T)first.With(all, this),
            _ => given,
        };

    /// <summary>Returns the replacement for one job; <see langword="null"/> if the job is removed, or if none was started.</summary>
    internal abstract Job<TResult>? Exchange<TResult>(Job<TResult>? job)
        where TResult : TaskResult;
}
