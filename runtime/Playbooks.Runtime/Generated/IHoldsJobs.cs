using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The results of a block in which there are jobs that may run on, for who does not know which type that is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHoldsJobs
{
    /// <summary>The same results with other jobs in them.</summary>
    /// <param name="jobs">Has the other ones.</param>
    internal object With(JobExchange jobs);

    /// <summary>The same for those of all blocks of a loop, of which these are one.</summary>
    /// <param name="all">All of them.</param>
    /// <param name="jobs">Has the other jobs.</param>
    internal object With(IReadOnlyList<object> all, JobExchange jobs);
}
