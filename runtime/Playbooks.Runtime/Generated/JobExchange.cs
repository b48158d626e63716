using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Playbooks.Generated;

/// <summary>
/// Exchanges the jobs in the results of a block: for nothing but their ids where the results go to other hosts, and for the jobs of these ids there.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JobExchange
{
    private protected JobExchange()
    {
    }

    /// <summary>What is there instead of a job.</summary>
    /// <typeparam name="TResult">What the job gives.</typeparam>
    /// <param name="job">The job; <see langword="null"/> where there is none.</param>
    [return: NotNullIfNotNull(nameof(job))]
    public Job<TResult>? Of<TResult>(Job<TResult>? job)
        where TResult : TaskResult => Exchange(job)!;

    /// <summary>What is there instead of the jobs of a loop.</summary>
    /// <typeparam name="TResult">What a job gives.</typeparam>
    /// <param name="jobs">The jobs; <see langword="null"/> where there are none.</param>
    [return: NotNullIfNotNull(nameof(jobs))]
    public IReadOnlyList<Job<TResult>>? Of<TResult>(IReadOnlyList<Job<TResult>>? jobs)
        where TResult : TaskResult => jobs is null ? null : [.. jobs.Select(job => Exchange(job)!)];

    /// <summary>What a task gave, with other jobs in it if there are any.</summary>
    /// <typeparam name="T">What it gave: a result, or the results of a block, or all of those of a loop.</typeparam>
    /// <param name="given">That; <see langword="null"/> where it gave nothing.</param>
    [return: NotNullIfNotNull(nameof(given))]
    public T? In<T>(T? given)
        where T : class => given switch
        {
            IHoldsJobs results => (T)results.With(this),
            IReadOnlyList<object> all when all is [IHoldsJobs first, ..] => (T)first.With(all, this),
            _ => given,
        };

    /// <summary>A job, or what stands for one until it is exchanged back: nothing.</summary>
    internal abstract Job<TResult>? Exchange<TResult>(Job<TResult>? job)
        where TResult : TaskResult;
}
