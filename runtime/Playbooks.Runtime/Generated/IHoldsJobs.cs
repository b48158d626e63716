using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>
/// The results of a block, with jobs among them that may still be running. Code that does not know the type of the results uses this interface.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHoldsJobs
{
    /// <summary>Returns a copy of the results in which each job is replaced.</summary>
    /// <param name="jobs">Returns the replacement for each job.</param>
    internal object With(JobExchange jobs);

    /// <summary>Returns a copy of the results of all blocks of a loop in which each job is replaced.</summary>
    /// <param name="all">The results of all blocks of the loop, all of the type of this object.</param>
    /// <param name="jobs">Returns the replacement for each job.</param>
    internal object With(IReadOnlyList<object> all, JobExchange jobs);
}
