using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution.Jobs;

/// <summary>A branch, with what it gives.</summary>
internal sealed class StartedBranch<T>(TaskInfo task, HostTally tally, CancellationTokenSource cut, Task<T> result)
    : StartedBranch(task, tally, cut)
    where T : class?
{
    /// <summary>What it gives; fails as its task does.</summary>
    internal Task<T> Result => result;

    internal override Task Ending => result;
}
