using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>A branch with its result.</summary>
internal sealed class StartedBranch<T>(TaskInfo task, HostTally tally, CancellationTokenSource cut, Task<T> result)
    : StartedBranch(task, tally, cut)
    where T : class?
{
    /// <summary>The branch's result. It fails if the branch's task fails.</summary>
    internal Task<T> Result => result;

    internal override Task Ending => result;
}
