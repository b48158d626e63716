using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The results of a block in which there are jobs that may run on. The generator writes it.</summary>
/// <typeparam name="TResults">The type of the results.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHoldsJobs<TResults> : IHoldsJobs
    where TResults : class, IHoldsJobs<TResults>
{
    /// <summary>The same results with other jobs in them.</summary>
    /// <param name="jobs">Has the other ones.</param>
    new TResults With(JobExchange jobs);

    object IHoldsJobs.With(JobExchange jobs) => With(jobs);

    object IHoldsJobs.With(IReadOnlyList<object> all, JobExchange jobs) => all.Cast<TResults>().Select(one => one.With(jobs)).ToList();
}
