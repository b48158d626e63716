using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The results of a block, with jobs among them that may still be running. The generator implements this interface.</summary>
/// <typeparam name="TResults">The type of the results.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHoldsJobs<TResults> : IHoldsJobs
    where TResults : class, IHoldsJobs<TResults>
{
    /// <summary>Returns a copy of the results in which each job is replaced.</summary>
    /// <param name="jobs">Returns the replacement for each job.</param>
    new TResults With(JobExchange jobs);

    object IHoldsJobs.With(JobExchange jobs) => With(jobs);

    object IHoldsJobs.With(IReadOnlyList<object> all, JobExchange jobs) => all.Cast<TResults>().Select(one => one.With(jobs)).ToList();
}
